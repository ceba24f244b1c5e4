import { defineConfig } from "vite";

// The server's own pages name the explorer's script and style, which therefore keep their
// names; everything else is named after its content.
const steady = (name: string | undefined) => name === "explorer" || name === "explorer.css";

export default defineConfig({
  base: "/",
  publicDir: false,
  optimizeDeps: { entries: ["index.html"] },
  server: {
    host: "127.0.0.1",
    // npm run dev: the explorer by Vite, everything else by a running aseangraph serve.
    proxy: { "^/(graphql|graphiql|healthz|export|picture)": process.env.ASEANGRAPH ?? "http://127.0.0.1:8080" },
  },
  build: {
    // dist/.gitkeep must stay, so the build command empties the folder itself.
    emptyOutDir: false,
    // No data: addresses, which the content security policy forbids for fonts.
    assetsInlineLimit: 0,
    // The polyfill is an inline script, and every browser that runs ES2022 preloads modules.
    modulePreload: { polyfill: false },
    // The licences of what is bundled go with it.
    license: { fileName: "licences.md" },
    // Monaco alone is larger than the size that Vite warns of.
    chunkSizeWarningLimit: 4096,
    rolldownOptions: {
      input: { graphiql: "graphiql/index.html", explorer: "index.html" },
      output: {
        entryFileNames: ({ name }) => (steady(name) ? "assets/[name].js" : "assets/[name]-[hash].js"),
        assetFileNames: ({ names }) => (steady(names[0]) ? "assets/[name][extname]" : "assets/[name]-[hash][extname]"),
      },
      onwarn(warning, warn) {
        // "use client" in React libraries speaks to server rendering, which is not done here.
        if (warning.code !== "MODULE_LEVEL_DIRECTIVE") warn(warning);
      },
    },
  },
  worker: { format: "es" },
});
