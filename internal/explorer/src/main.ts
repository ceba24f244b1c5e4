// Where the pages begin: the frame around every view, then the view of the address.
import { frame } from "./frame.ts";
import { Router } from "./router.ts";
import { vocabulary } from "./vocabulary.ts";
import "./style.css";

const words = await vocabulary();
const { main, arrived } = frame(words, (address) => router.go(address));
const router = new Router(main, words, arrived);
await router.show(new URL(location.href));
