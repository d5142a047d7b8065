import { Form, Link } from "@remix-run/react";
import type { PreviewPage } from "../../domain/members/import/preview.server.ts";
import { formatCount } from "../../format.ts";
import { paths } from "../../paths.ts";
import { CheckboxField } from "../layout/checkbox-field.tsx";
import { CheckedForm } from "../layout/checked-form.tsx";
import { EmptyState } from "../layout/empty-state.tsx";
import { FormField } from "../layout/form-field.tsx";
import { useLocale, useTexts } from "../texts.ts";
import { Pager } from "./pager.tsx";
import { PreviewLine } from "./preview-row.tsx";
import type { ColumnField } from "./row-fields.tsx";
import { RowsForm } from "./rows-form.tsx";

type PreviewProps = {
  importId: string;
  preview: PreviewPage;
  columns: readonly ColumnField[];
  /** the row whose cells are all open */
  line: number | undefined;
};

/** The rows of a file, those with faults first, as one form in which all of them are mended. */
export function PreviewRows({ importId, preview, columns, line }: PreviewProps) {
  const t = useTexts().memberImport.preview;
  const locale = useLocale();
  const show = preview.show ?? "all";
  const at = (view: Record<string, string | undefined>) => paths.memberImport(importId, { zeigen: show, ...view });
  const page = String(preview.page);
  const faults = preview.plans.flatMap(({ line: at, faults: found }) => found.map((fault) => ({ ...fault, line: at })));
  const mendable = preview.plans.some((row) => row.state === "problem" || row.line === line);
  return (
    <section className="stack stack--close">
      <nav className="chip-nav" aria-label={t.show}>
        {(["all", "problem", "new", "changed", "unchanged", "left"] as const).map((state) => {
          const n = state === "all" ? preview.rows : preview.counts[state];
          if (n === 0) return null;
          return (
            <Link
              key={state}
              to={paths.memberImport(importId, { zeigen: state })}
              aria-current={state === show || undefined}
            >
              {state === "all" ? t.all : t.figures[state]} {formatCount(n, locale)}
            </Link>
          );
        })}
      </nav>
      {/* The key lets corrected cells show what was kept. */}
      <RowsForm
        key={preview.fingerprint + page + show + line}
        action={at({ seite: page, zeile: line === undefined ? undefined : String(line) })}
        faults={faults}
      >
        {mendable ? (
          <div className="actions">
            <button type="submit" className="button button--primary" name="intent" value="correct">
              {t.correct}
            </button>
            <span className="quiet">{t.correctHint}</span>
          </div>
        ) : null}
        {preview.plans.length === 0 ? <EmptyState title={t.notHere} headingLevel={3} /> : null}
        <ol className="plain-list import-rows">
          {preview.plans.map((row) => (
            <PreviewLine
              key={row.line}
              row={row}
              columns={columns}
              editing={row.line === line}
              edit={`${at({ seite: page, zeile: String(row.line) })}#z${row.line}`}
            />
          ))}
        </ol>
      </RowsForm>
      <Pager page={preview.page} pages={preview.pages} to={(next) => at({ seite: String(next) })} />
    </section>
  );
}

/** What the file would do in figures, and what is worth knowing about it as a whole. */
export function PreviewFacts({ preview }: { preview: PreviewPage }) {
  const t = useTexts().memberImport.preview;
  const locale = useLocale();
  const states = ["new", "changed", "unchanged", "problem", "left"] as const;
  return (
    <>
      <dl className="figure-row">
        {states.map((state) => (
          <div key={state} className={state === "problem" && preview.counts[state] > 0 ? "is-bad" : undefined}>
            <dt>{t.figures[state]}</dt>
            <dd>{formatCount(preview.counts[state], locale)}</dd>
          </div>
        ))}
      </dl>
      {preview.unknown.length > 0 ? <p className="quiet">{t.unknown(preview.unknown.join(", "))}</p> : null}
      {preview.newOrganisations.length > 0 ? (
        <details>
          <summary>{t.newOrganisations(formatCount(preview.newOrganisations.length, locale))}</summary>
          <ul className="bullets bullets--columns">
            {preview.newOrganisations.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

type ConfirmProps = { importId: string; preview: PreviewPage; from: string; dayError: string | undefined };

/** From which day, and the yes. */
export function PreviewConfirm({ importId, preview, from, dayError }: ConfirmProps) {
  const t = useTexts().memberImport.preview;
  const locale = useLocale();
  const { counts } = preview;
  const here = paths.memberImport(importId);
  const n = (value: number) => formatCount(value, locale);
  const changes = counts.new + counts.changed;
  return (
    <div className="columns">
      <section className="card stack--close">
        <h2>{t.confirmTitle}</h2>
        <p>{changes > 0 ? t.confirmText(n(counts.new), n(counts.changed), n(counts.left)) : t.nothing}</p>
        {counts.problem > 0 ? (
          <p className="field__error">{counts.problem === 1 ? t.stillFault : t.stillFaults(n(counts.problem))}</p>
        ) : null}
        {counts.problem === 0 && changes > 0 ? (
          <Form method="post" action={here} className="form">
            <input type="hidden" name="fingerprint" value={preview.fingerprint} />
            <CheckboxField name="welcome" label={t.welcome} />
            <div className="actions">
              <button type="submit" className="button button--primary" name="intent" value="apply">
                {t.confirm}
              </button>
            </div>
          </Form>
        ) : null}
        <Form method="post" action={here} className="actions">
          <button type="submit" className="button" name="intent" value="discard">
            {t.discard}
          </button>
        </Form>
      </section>
      <section className="card">
        <CheckedForm errors={{ from: dayError }} action={here}>
          <FormField name="from" label={t.from} hint={t.fromHint} input={{ type: "date", defaultValue: from }} />
          <div className="actions">
            <button type="submit" className="button" name="intent" value="day">
              {t.setFrom}
            </button>
          </div>
        </CheckedForm>
      </section>
    </div>
  );
}
