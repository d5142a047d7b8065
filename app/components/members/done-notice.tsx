import { useSearchParams } from "@remix-run/react";
import { Notice } from "../layout/notice.tsx";

/** Says what was just done, where the address names it: `?fertig=angelegt`. */
export function DoneNotice({ texts }: { texts: Record<string, string> }) {
  const [search] = useSearchParams();
  const done = search.get("fertig");
  const text = done && Object.hasOwn(texts, done) ? texts[done] : undefined;
  return text ? <Notice kind="good" title={text} live="status" /> : null;
}
