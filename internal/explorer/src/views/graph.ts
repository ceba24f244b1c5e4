import type { View } from "../router.ts";
export const view: View = () => ({ title: "Graph", content: [] });
