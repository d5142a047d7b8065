import { Form } from "@remix-run/react";
import type { Difference, SettlingPage } from "../../domain/coding/settle.server.ts";
import type { Fault } from "../../domain/problem.ts";
import { formatCount } from "../../format.ts";
import { CheckedForm } from "../layout/checked-form.tsx";
import { FormField } from "../layout/form-field.tsx";
import { useLocale, useTexts } from "../texts.ts";
import { CodeChoice } from "./code-choice.tsx";
import { useCodingErrors } from "./use-coding-errors.ts";

type SettleFormProps = {
  page: SettlingPage;
  difference: Difference;
  /** how long a reason may be */
  signs: number;
  refused: { faults: Fault[]; typed: { textId: string; codes: string[]; reason: string } } | undefined;
};

/** One text on which two people differed: both choices side by side, and what counts. */
export function SettleForm({ page, difference, signs, refused }: SettleFormProps) {
  const t = useTexts().coding.settle;
  const locale = useLocale();
  const { first, second, settled } = difference;
  const again = refused?.typed.textId === difference.textId ? refused : undefined;
  const errors = useCodingErrors(again?.faults);
  const shared = first.codes.filter((code) => second.codes.includes(code));
  return (
    <div className="stack" key={difference.textId}>
      <article className="card coding-text" aria-labelledby="difference">
        <h2 id="difference" className="coding-text__title">
          {t.nth(formatCount(difference.number, locale), formatCount(page.all, locale))}
          {" · "}
          {t.open(formatCount(page.open, locale))}
        </h2>
        <p className="coding-text__words">{difference.text}</p>
      </article>
      <div className="columns">
        <Side page={page} difference={difference} side={first} />
        <Side page={page} difference={difference} side={second} />
      </div>
      <CheckedForm className="card" errors={errors}>
        {settled ? <p className="quiet">{t.settled}</p> : null}
        <input type="hidden" name="textId" value={difference.textId} />
        <fieldset className="plain-fieldset stack--close" disabled={!page.place.open}>
          <CodeChoice
            legend={t.final}
            hint={t.finalHint}
            tree={page.tree}
            chosen={again?.typed.codes ?? settled?.codes ?? shared}
            error={errors.codes}
          />
          <FormField
            name="reason"
            label={t.reason}
            optional={t.optional}
            hint={t.reasonHint(signs)}
            control="textarea"
            textarea={{ rows: 2, defaultValue: again?.typed.reason ?? settled?.reason ?? "" }}
          />
          {page.place.open ? (
            <div className="actions">
              <button type="submit" className="button button--primary">
                {t.submit}
              </button>
            </div>
          ) : null}
        </fieldset>
      </CheckedForm>
    </div>
  );
}

type SideProps = { page: SettlingPage; difference: Difference; side: Difference["first"] };

/** What one of the two chose, to be taken as it is. */
function Side({ page, difference, side }: SideProps) {
  const t = useTexts().coding.settle;
  const chosen = page.tree.filter(({ id }) => side.codes.includes(id));
  return (
    <section className="card stack--close">
      <h3>{side.me ? t.youChose : t.chose(side.name)}</h3>
      {chosen.length === 0 ? <p>{t.nothing}</p> : null}
      <ul className="plain-list">
        {chosen.map((code) => (
          <li key={code.id}>
            <span className="code-tree__number">{code.number}</span> {code.name}
          </li>
        ))}
      </ul>
      {page.place.open ? (
        <Form method="post">
          <input type="hidden" name="textId" value={difference.textId} />
          {chosen.map(({ id }) => (
            <input key={id} type="hidden" name="codes" value={id} />
          ))}
          <button type="submit" className="button">
            {side.me ? t.takeYours : t.take(side.name)}
          </button>
        </Form>
      ) : null}
    </section>
  );
}
