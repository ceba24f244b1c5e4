// Where the pages begin: the frame around every view, then the view of the address. It
// runs in the pages that the server writes for readers without JavaScript, whose content
// it takes the place of, and in the empty page of addresses that only it can show. Pages
// of the server that no view stands for it leaves alone.
import { frame } from "./frame.ts";
import { hasView, Router } from "./router.ts";
import { ownStyle } from "./style.ts";
import { vocabulary } from "./vocabulary.ts";
import "./style.css";

const words = await vocabulary();
if (hasView(location.pathname, words)) {
  await ownStyle();
  const { main, arrived } = frame(words, (address) => router.go(address));
  const router = new Router(main, words, arrived);
  await router.show(new URL(location.href));
}
