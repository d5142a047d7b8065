import { Link } from "@remix-run/react";
import { formNames } from "#surveys/plain/names.ts";
import type { PlainPage } from "../../domain/responses/plain/read-page.server.ts";
import { paths } from "../../paths.ts";
import { AskLink } from "../inquiries/ask-link.tsx";
import { Notice } from "../layout/notice.tsx";
import { SheetName } from "../sheet-name.tsx";
import { useTexts } from "../texts.ts";
import { StrayClashes } from "./field-parts.tsx";
import { idOfPath, PlainContext } from "./plain-context.ts";
import { ControlView } from "./plain-control.tsx";
import { placesOf, type ShownFault, shownFaults } from "./plain-faults.ts";
import { PlainNav } from "./plain-nav.tsx";
import { type Typed, withTyped } from "./typed.ts";

type PlainPageProps = {
  page: PlainPage;
  /** what could not be saved just now */
  typed?: Typed;
  /** time of the day at which it was saved */
  savedAt?: string;
  /** names of questions that have just come up */
  appeared: string[];
};

const FORM = "plain-form";

/** One page of the questionnaire as a form that needs no JavaScript: every button saves. */
export function PlainPageView({ page, typed, savedAt, appeared }: PlainPageProps) {
  const texts = useTexts();
  const { plain: t, responses, links } = texts;
  const { cover, controls, pages, number, open } = page;
  const faults = shownFaults(controls, typed?.faults ?? [], texts);
  const form = withTyped(controls, page, typed);
  const byProject = cover.kind === "project";
  const content = {
    values: new Map(form.values),
    errors: new Map(faults.map(({ path, message }) => [path, message])),
    clashes: page.clashes,
    fresh: new Set(appeared),
  };
  const place = pages.findIndex((one) => one.number === number);
  const next = pages[place + 1];
  return (
    <PlainContext.Provider value={content}>
      <div className="app-grid--fill">
        <div className="app-grid__form">
          <p className={savedAt ? "save-state save-state--saved" : "save-state"} role="status">
            {savedAt ? t.saved(savedAt) : t.notSaved}
          </p>
          <h1>{page.title}</h1>
          {page.hint ? <p className="quiet">{page.hint}</p> : null}
          {open ? null : <Locked invitationId={cover.invitationId} />}
          {typed?.refused ? <Refused code={typed.refused} /> : null}
          {faults.length > 0 ? <FaultSummary faults={faults} /> : null}
          {page.clashes.length > 0 ? <ClashSummary page={page} /> : null}
          <Appeared controls={controls} names={appeared} />
          {/* Not restored by the browser: the revisions below belong to the values beside them. */}
          <form method="post" id={FORM} className="plain-form" autoComplete="off" noValidate>
            {/* Return in a text field presses the first button of a form. */}
            <button
              type="submit"
              className="visually-hidden"
              name={formNames.act}
              value="save"
              disabled={!open}
              tabIndex={-1}
              aria-hidden="true"
            >
              {t.save}
            </button>
            <input type="hidden" name={formNames.form} value={page.formId} />
            <input type="hidden" name={formNames.base} value={form.base} />
            <StrayClashes />
            {controls.map((control) => (
              <section className="card plain-question" key={control.path}>
                <ControlView control={control} />
              </section>
            ))}
            {open ? (
              <div className="form-foot">
                {place > 0 ? (
                  <button type="submit" className="button" name={formNames.act} value="back">
                    {t.back}
                  </button>
                ) : null}
                <button type="submit" className="button" name={formNames.act} value="save">
                  {t.save}
                </button>
                <button type="submit" className="button button--primary" name={formNames.act} value="next">
                  {next ? t.next(next.title) : t.review}
                </button>
              </div>
            ) : null}
          </form>
        </div>
        <aside className="app-grid__pages">
          <div className="sticky">
            <SheetName cover={cover} />
            <PlainNav pages={pages} number={number} form={FORM} disabled={!open} />
            <p className="who-sees">
              <Link to={paths.invitation(cover.invitationId)}>
                {byProject ? responses.fill.whoSees : links.cover.whoSees}
              </Link>
            </p>
            <AskLink invitationId={cover.invitationId} />
          </div>
        </aside>
      </div>
    </PlainContext.Provider>
  );
}

function Locked({ invitationId }: { invitationId: string }) {
  const t = useTexts().plain;
  return (
    <Notice kind="warn" title={t.lockedTitle}>
      <p>
        {t.locked} <Link to={paths.submitted(invitationId)}>{t.read}</Link>
      </p>
    </Notice>
  );
}

function Refused({ code }: { code: string }) {
  const t = useTexts().plain.refused;
  const reasons: Record<string, string> = t;
  return (
    <Notice kind="danger" title={t.title} live="alert">
      <p>
        {reasons[code]} {t.kept}
      </p>
    </Notice>
  );
}

/** All that is wrong, with the ways to it. The browser goes there by itself when the page comes back. */
function FaultSummary({ faults }: { faults: ShownFault[] }) {
  const { plain: t, layout } = useTexts();
  return (
    // biome-ignore lint/a11y/noAutofocus: without JavaScript nothing else brings whoever listens to what is wrong
    <section className="notice notice--danger error-summary" tabIndex={-1} autoFocus aria-label={layout.form.faults}>
      <p className="notice__title">{t.faultsTitle(faults.length)}</p>
      <ul>
        {faults.map(({ path, label, message }) => (
          <li key={path}>
            <a href={`#${idOfPath(path)}`}>{label}</a>
            <br />
            {message}
          </li>
        ))}
      </ul>
      <p>{t.faultsKept}</p>
    </section>
  );
}

function ClashSummary({ page }: { page: PlainPage }) {
  const t = useTexts().plain;
  const places = placesOf(page.controls);
  return (
    <Notice kind="warn" title={t.clashesTitle} live="alert">
      <p>{t.clashes}</p>
      <ul>
        {page.clashes.map(({ opId, path }) => (
          <li key={opId}>
            <a href={`#clash-${opId}`}>
              {places.findLast((place) => place.path === path || path.startsWith(`${place.path}/`))?.label ?? path}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Appeared({ controls, names }: { controls: PlainPage["controls"]; names: string[] }) {
  const t = useTexts().plain;
  const fresh = controls.filter(({ path }) => names.includes(path));
  if (fresh.length === 0) return null;
  return (
    <Notice title={t.appearedTitle} live="status">
      <p>{t.appeared}</p>
      <ul>
        {fresh.map(({ path, label }) => (
          <li key={path}>
            <a href={`#${idOfPath(path)}`}>{label}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
