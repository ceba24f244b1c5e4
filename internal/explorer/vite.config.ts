import { defineConfig } from "vite";

export default defineConfig({
  base: "/",
  publicDir: false,
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
      input: "graphiql/index.html",
      onwarn(warning, warn) {
        // "use client" in React libraries speaks to server rendering, which is not done here.
        if (warning.code !== "MODULE_LEVEL_DIRECTIVE") warn(warning);
      },
    },
  },
  worker: { format: "es" },
});
