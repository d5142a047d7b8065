import { layOut, type Place, type Wave } from "./lay-out.ts";

/** What the worker says: how far it is, then where everybody lies. */
export type LayoutAnswer = { share: number } | { places: Place[] };

self.onmessage = ({ data }: MessageEvent<Wave[]>) => {
  const say = (answer: LayoutAnswer) => self.postMessage(answer);
  say({ places: layOut(data, (share) => say({ share })) });
};
