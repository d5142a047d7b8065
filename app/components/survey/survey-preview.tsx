import { Link } from "@remix-run/react";
import { type ReactNode, useState } from "react";
import "../../locales/with-english.ts";
import { type Locale, textsOf } from "../../locales/index.ts";
import { Notice } from "../layout/notice.tsx";
import { LocaleContext, useTexts } from "../texts.ts";
import { countFaulty } from "./page-errors.ts";
import { PageList } from "./page-list.tsx";
import { type PreviewState, usePreview } from "./use-preview.ts";

type SurveyPreviewProps = {
  /** where the definition lies as JSON */
  definitionUrl: string;
  title: string;
  minutes: number | null;
  /** of the preview; the page around it may be in another one */
  locale: Locale;
  /** addresses of this preview in each language */
  languages: Record<Locale, string>;
  /** where the preview ends */
  back: string;
  /** what stands above the form, in the language of the page */
  children?: ReactNode;
};

/** A questionnaire as respondents see it, in either language: everything can be answered and nothing is saved. */
export function SurveyPreview(props: SurveyPreviewProps) {
  const t = useTexts().questionnaires.preview;
  const { locale, definitionUrl } = props;
  const [round, setRound] = useState(0);
  const own = textsOf(locale).questionnaires.preview;
  const examples = ["1", "2", "3"].map((n) => ({ value: `example-${n}`, text: own.example(n) }));
  const preview = usePreview(definitionUrl, locale, { round, examples });
  return (
    <>
      <div className="preview-bar">
        <p className="preview-bar__text">
          <strong>{t.title}</strong> <span>{t.banner}</span>
        </p>
        <nav aria-label={t.language} className="preview-bar__languages">
          <Link to={props.languages.de} aria-current={locale === "de" ? "true" : undefined} preventScrollReset>
            {t.german}
          </Link>
          <Link to={props.languages.en} aria-current={locale === "en" ? "true" : undefined} preventScrollReset>
            {t.english}
          </Link>
        </nav>
        <div className="actions">
          <button type="button" className="button button--small" onClick={() => setRound((before) => before + 1)}>
            {t.clear}
          </button>
          <Link className="button button--small" to={props.back}>
            {t.close}
          </Link>
        </div>
      </div>
      {preview.roster ? <p className="quiet preview-note">{t.roster}</p> : null}
      <noscript>
        <Notice title={t.noScript} />
      </noscript>
      <LocaleContext.Provider value={locale}>
        <Sheet {...props} preview={preview} key={`${locale} ${round}`} />
      </LocaleContext.Provider>
    </>
  );
}

function Sheet({ preview, title, minutes, locale }: SurveyPreviewProps & { preview: PreviewState }) {
  const t = useTexts().responses.fill;
  const { model, Form, pages } = preview;
  const index = Math.max(
    0,
    pages.findIndex((page) => page.name === preview.current),
  );
  const goTo = (name: string) => {
    const page = model?.getPageByName(name);
    if (model && page) model.currentPage = page;
  };
  return (
    <div className="app-grid--fill" lang={locale}>
      <aside className="app-grid__pages">
        <div className="sticky">
          <p className="wide-only">
            <strong>{t.yourSheet}</strong>
            <br />
            <span className="quiet">{title}</span>
          </p>
          {pages.length > 0 ? <PageList pages={pages} index={index} minutes={minutes} onChoose={goTo} /> : null}
        </div>
      </aside>
      <div className="app-grid__form">
        <h1>{pages[index]?.title ?? title}</h1>
        {preview.failed ? <Notice kind="danger" title={t.failed} live="alert" /> : null}
        {model && Form ? <Form model={model} /> : preview.failed ? null : <p role="status">{t.loading}</p>}
        {model ? <Foot preview={preview} index={index} onChoose={goTo} /> : null}
      </div>
    </div>
  );
}

type FootProps = { preview: PreviewState; index: number; onChoose: (name: string) => void };

/** Back and on, checked as for respondents; after the last page there is nothing to send. */
function Foot({ preview: { model, pages }, index, onChoose }: FootProps) {
  const { fill } = useTexts().responses;
  const t = useTexts().questionnaires.preview;
  const [said, setSaid] = useState<{ page: string; errors: number }>();
  const [before, page, next] = [pages[index - 1], pages[index], pages[index + 1]];

  function go() {
    const current = model?.currentPage;
    const isFine = !current || current.validate(true, true);
    const errors = isFine ? 0 : countFaulty(current);
    setSaid({ page: page?.name ?? "", errors });
    if (!isFine || !next) return;
    onChoose(next.name);
    window.scrollTo({ top: 0 });
  }

  const here = said && said.page === page?.name ? said : undefined;
  return (
    <>
      <div role="alert">
        {here && here.errors > 0 ? <Notice kind="warn" title={fill.errors(here.errors)} /> : null}
        {here && here.errors === 0 && !next ? <Notice kind="good" title={t.lastFine} /> : null}
      </div>
      <div className="form-foot">
        {before ? (
          <button type="button" className="button" onClick={() => onChoose(before.name)}>
            {fill.back}
          </button>
        ) : null}
        <button type="button" className="button button--primary" onClick={go}>
          {next ? fill.next(next.title) : t.last}
        </button>
      </div>
    </>
  );
}
