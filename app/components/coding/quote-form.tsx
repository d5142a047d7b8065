import { Link } from "@remix-run/react";
import { useState } from "react";
import type { QuotesPage } from "../../domain/coding/quotes.server.ts";
import type { Fault } from "../../domain/problem.ts";
import { paths } from "../../paths.ts";
import { CheckedForm } from "../layout/checked-form.tsx";
import { FormField } from "../layout/form-field.tsx";
import { PrivacyHint } from "../survey/privacy-hint-box.tsx";
import { useTexts } from "../texts.ts";
import { useCodingErrors } from "./use-coding-errors.ts";

type QuoteFormProps = {
  page: QuotesPage;
  proposing: NonNullable<QuotesPage["proposing"]>;
  /** made for this form: sending it twice proposes once */
  quoteId: string;
  signs: number;
  refused: { faults: Fault[]; typed: { text: string } } | undefined;
};

/** A passage out of one text, shortened and cleared of names; what looks like one is pointed out while it is typed. */
export function QuoteForm({ page, proposing, quoteId, signs, refused }: QuoteFormProps) {
  const t = useTexts().coding.quotes;
  const errors = useCodingErrors(refused?.faults);
  const [text, setText] = useState(refused?.typed.text ?? proposing.text);
  const { roundId, item } = page.place;
  return (
    <section className="card stack--close">
      <h2>{t.proposeTitle}</h2>
      <h3>{t.source}</h3>
      <p className="coding-text__words">{proposing.text}</p>
      <CheckedForm errors={errors} key={quoteId}>
        <input type="hidden" name="intent" value="propose" />
        <input type="hidden" name="quoteId" value={quoteId} />
        <input type="hidden" name="textId" value={proposing.textId} />
        <FormField
          name="text"
          label={t.text}
          hint={t.textHint(signs)}
          control="textarea"
          textarea={{
            rows: 4,
            required: true,
            defaultValue: refused?.typed.text ?? proposing.text,
            onChange: (event) => setText(event.currentTarget.value),
          }}
        />
        <PrivacyHint text={text} />
        <div className="actions">
          <button type="submit" className="button button--primary">
            {t.propose}
          </button>
          <Link className="button button--quiet" to={paths.codingDesk(roundId, item)}>
            {t.back}
          </Link>
        </div>
      </CheckedForm>
    </section>
  );
}
