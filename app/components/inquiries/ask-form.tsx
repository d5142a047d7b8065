import { Link, useNavigation } from "@remix-run/react";
import type { Place } from "../../domain/inquiries/place.ts";
import { formatCount, quote } from "../../format.ts";
import type { RefusedInquiry } from "../../http/inquiry-form.server.ts";
import { CheckboxField } from "../layout/checkbox-field.tsx";
import { CheckedForm } from "../layout/checked-form.tsx";
import { FormField } from "../layout/form-field.tsx";
import { WaitNotice } from "../layout/wait-notice.tsx";
import { useLocale, useReader, useTexts } from "../texts.ts";

export type AskFormProps = {
  /** made for this form: sending it twice asks once */
  inquiryId: string;
  place: Place | null;
  /** the same page without naming the question */
  withoutPlace: string;
  /** who asks; `nobody`: an open link knows of nobody */
  who: "project" | "person" | "nobody";
  anonymous: boolean;
  /** how long it may be */
  signs: number;
  /** what stands in the field from the start */
  prefill: string;
  refused: RefusedInquiry | undefined;
};

/** One question to the coordination. It says who reads it, and that no answer goes with it. */
export function AskForm({ inquiryId, place, withoutPlace, who, anonymous, signs, prefill, refused }: AskFormProps) {
  const t = useTexts().inquiries.page;
  const locale = useLocale();
  const read = useReader();
  const sending = useNavigation().state !== "idle";
  const most = formatCount(signs, locale);
  const fault = refused?.fault;
  const choosing = anonymous && who !== "nobody" ? who : undefined;
  return (
    <CheckedForm
      className="form card"
      errors={{ text: fault && (fault === "missing" ? t.errors.missing : t.errors.tooLong(most)) }}
    >
      <WaitNotice wait={refused?.wait} texts={t.tooMany} />
      {place ? (
        <div className="inquiry__about">
          <p>
            <span className="quiet">{t.about}:</span> {quote(read(place.title), locale)}{" "}
            <span className="quiet">({t.onPage(read(place.page))})</span>
          </p>
          <p>
            <Link to={withoutPlace}>{t.aboutNone}</Link>
          </p>
        </div>
      ) : null}
      <input type="hidden" name="inquiryId" value={inquiryId} />
      <input type="hidden" name="question" value={place?.name ?? ""} />
      <FormField
        name="text"
        label={t.text}
        hint={t.hint(most)}
        control="textarea"
        textarea={{ rows: 6, required: true, defaultValue: refused?.typed ?? prefill }}
      />
      {choosing ? (
        <fieldset className="inquiry__naming">
          <legend>{t.anonymous.title}</legend>
          <p>{t.anonymous[choosing]}</p>
          <CheckboxField
            name="unnamed"
            label={t.unnamed[choosing]}
            hint={t.unnamedHint}
            defaultChecked={refused ? refused.unnamed : true}
          />
        </fieldset>
      ) : null}
      <div className="actions">
        <button type="submit" className="button button--primary" disabled={sending}>
          {t.submit}
        </button>
      </div>
      <p className="who-sees">{t.whoReads[who]}</p>
    </CheckedForm>
  );
}
