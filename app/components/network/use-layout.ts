import { useEffect, useState } from "react";
import type { Place, Wave } from "./lay-out.ts";
import type { LayoutAnswer } from "./layout-worker.ts";

/** Where everybody lies, or how far that is worked out (0 … 1), or that it cannot be. */
export type Layout = { places: ReadonlyMap<string, Place> } | { share: number } | { failed: true };

/** Lays out the waves beside the page. `key` says whether they are the same. */
export function useLayout(waves: readonly Wave[], key: string): Layout {
  const [layout, setLayout] = useState<Layout>({ share: 0 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the waves, which are new objects each time
  useEffect(() => {
    const worker = new Worker(new URL("./layout-worker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => {
      if ("share" in data) setLayout(data);
      else setLayout({ places: new Map(data.places.map((place) => [place.id, place])) });
    };
    worker.onerror = () => setLayout({ failed: true });
    worker.postMessage(waves);
    return () => worker.terminate();
  }, [key]);
  return layout;
}
