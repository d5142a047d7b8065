import { Notice } from "./notice.tsx";

type WaitNoticeProps = {
  /** seconds; nothing is shown for 0 */
  wait: number | undefined;
  texts: { title: string; advice: (seconds: number) => string };
};

/** Says that something was asked for too often, and when it can be tried again. */
export function WaitNotice({ wait, texts }: WaitNoticeProps) {
  if (!wait) return null;
  return (
    <Notice kind="warn" title={texts.title} live="alert">
      <p>{texts.advice(wait)}</p>
    </Notice>
  );
}
