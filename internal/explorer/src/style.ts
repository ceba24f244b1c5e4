// The style of these pages in the place of that which the server's own pages carry.

const address = "/assets/explorer.css"; // as vite.config.ts names it

// ownStyle is done when the style applies. The server's pages look well without it, so
// where it cannot be had theirs stays.
export async function ownStyle(): Promise<void> {
  if (import.meta.env.DEV) return; // Vite's server puts it in
  if (document.querySelector(`link[href="${address}"]`)) return;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = address;
  const loaded = new Promise<boolean>((tell) => {
    link.onload = () => tell(true);
    link.onerror = () => tell(false);
  });
  document.head.append(link);
  if (await loaded) document.querySelectorAll("head > style").forEach((style) => style.remove());
}
