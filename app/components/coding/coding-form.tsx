import { Form, Link, useNavigation } from "@remix-run/react";
import type { CodingDesk, TextToCode } from "../../domain/coding/code-texts.server.ts";
import type { Fault } from "../../domain/problem.ts";
import { formatCount } from "../../format.ts";
import { paths } from "../../paths.ts";
import { useLocale, useTexts } from "../texts.ts";
import { CodeChoice } from "./code-choice.tsx";
import { CodeCommand } from "./code-command.tsx";
import { useCodingErrors } from "./use-coding-errors.ts";

type CodingFormProps = {
  desk: CodingDesk;
  text: TextToCode;
  /** the person looks at one text by its number, not at the first that is open */
  wanted: number | null;
  refused: { faults: Fault[]; typed: { textId: string; codes: string[] } } | undefined;
};

/** One text with the tree beside it, and what can be said of it. */
export function CodingForm({ desk, text, wanted, refused }: CodingFormProps) {
  const t = useTexts().coding.desk;
  const locale = useLocale();
  const sending = useNavigation().state !== "idle";
  const { roundId, item, open } = desk.place;
  const again = refused?.typed.textId === text.id ? refused : undefined;
  const errors = useCodingErrors(again?.faults);
  const to = (nr: number) => paths.codingDesk(roundId, item, { nr: String(nr) });
  const writable = open && desk.state === "coding";
  return (
    <div className="coding">
      <section className="coding__text">
        <CodingProgress desk={desk} />
        <article className="card coding-text" aria-labelledby="coding-text">
          <h2 id="coding-text" className="coding-text__title">
            {t.nth(formatCount(text.number, locale), formatCount(desk.total, locale))}
          </h2>
          <p className="coding-text__words">{text.text}</p>
          {text.chosen && text.chosen.kind !== "codes" ? <p className="quiet">{t.chosen[text.chosen.kind]}</p> : null}
        </article>
        <nav className="actions coding__ways" aria-label={t.title}>
          {text.number > 1 ? <Link to={to(text.number - 1)}>{t.previous}</Link> : null}
          {text.number < desk.total && (wanted !== null || text.chosen) ? (
            <Link to={to(text.number + 1)}>{t.next}</Link>
          ) : null}
          {wanted !== null && writable ? <Link to={paths.codingDesk(roundId, item)}>{t.jump}</Link> : null}
          {open ? <Link to={paths.quotes(roundId, item, { text: text.id })}>{t.quote}</Link> : null}
        </nav>
        {writable && desk.decided + desk.later > 0 ? (
          <Form method="post">
            <input type="hidden" name="intent" value="undo" />
            <button type="submit" className="button button--small">
              {t.undo}
            </button>
          </Form>
        ) : null}
      </section>
      <Form method="post" className="card coding__codes" key={text.id}>
        <input type="hidden" name="intent" value="choose" />
        <input type="hidden" name="textId" value={text.id} />
        <input type="hidden" name="next" value={wanted === null || wanted >= desk.total ? "" : wanted + 1} />
        {writable ? <CodeCommand tree={desk.tree} textId={text.id} /> : null}
        <fieldset className="plain-fieldset" disabled={!writable}>
          <CodeChoice
            legend={t.codes}
            tree={desk.tree}
            chosen={again?.typed.codes ?? text.chosen?.codes ?? []}
            error={errors.codes}
          />
          {writable ? (
            <div className="actions">
              <button type="submit" className="button button--primary" name="kind" value="codes" disabled={sending}>
                {t.save}
              </button>
              <button type="submit" className="button" name="kind" value="none" disabled={sending}>
                {t.none}
              </button>
              <button type="submit" className="button button--quiet" name="kind" value="later" disabled={sending}>
                {t.put}
              </button>
            </div>
          ) : null}
        </fieldset>
      </Form>
    </div>
  );
}

/** "37 von 112 entschieden". */
export function CodingProgress({ desk }: { desk: CodingDesk }) {
  const t = useTexts().coding.desk;
  const locale = useLocale();
  const words = t.progress(formatCount(desk.decided, locale), formatCount(desk.total, locale));
  return (
    <div className="coding__progress">
      <p role="status">{desk.later > 0 ? `${words} · ${t.later(desk.later)}` : words}</p>
      <progress className="progress" value={desk.decided} max={desk.total} aria-label={words} />
    </div>
  );
}
