import { PageHead } from "../layout/page-head.tsx";
import { useTexts } from "../texts.ts";

/** After an anonymous submission: nothing here leads back to the answers. */
export function AnonymousThanks() {
  const t = useTexts().links.thanks;
  return (
    <>
      <PageHead title={t.title} subtitle={t.text} />
      <div className="prose">
        <p>{t.next}</p>
        <p>{t.close}</p>
      </div>
    </>
  );
}
