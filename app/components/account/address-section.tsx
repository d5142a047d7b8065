import { Form } from "@remix-run/react";
import { formatTime } from "../../format.ts";
import { CheckedForm } from "../layout/checked-form.tsx";
import { FormField } from "../layout/form-field.tsx";
import { Notice } from "../layout/notice.tsx";
import { WaitNotice } from "../layout/wait-notice.tsx";
import { useLocale, useTexts } from "../texts.ts";

type AddressSectionProps = {
  address: string;
  /** mail to it came back */
  bounced: boolean;
  /** asked for and not confirmed yet */
  newAddress?: { address: string; until: Date };
  refused?: { typed: string; error?: "missing" | "invalid" | "same"; wait: number };
};

/** The address with which somebody signs in, and the way to another one. */
export function AddressSection({ address, bounced, newAddress, refused }: AddressSectionProps) {
  const t = useTexts().account.address;
  const locale = useLocale();
  return (
    <section className="card stack--close">
      <h2>{t.title}</h2>
      <p>
        {t.current}: <strong className="address">{address}</strong>
      </p>
      {bounced ? (
        <Notice kind="warn">
          <p>{t.bounced}</p>
        </Notice>
      ) : null}
      {newAddress ? (
        <Notice>
          <p>{t.waiting(newAddress.address, formatTime(newAddress.until, locale))}</p>
          <Form method="post">
            <button type="submit" className="button button--small" name="intent" value="drop-address">
              {t.drop}
            </button>
          </Form>
        </Notice>
      ) : null}
      <CheckedForm
        key={`${address} ${newAddress?.address ?? ""}`}
        errors={{ address: refused?.error && t.errors[refused.error] }}
      >
        <WaitNotice wait={refused?.wait} texts={t.tooMany} />
        <input type="hidden" name="intent" value="address" />
        <FormField
          name="address"
          label={t.field}
          hint={t.hint}
          input={{
            type: "email",
            autoComplete: "email",
            autoCapitalize: "none",
            spellCheck: false,
            required: true,
            defaultValue: refused?.typed,
          }}
        />
        <div className="actions">
          <button type="submit" className="button">
            {t.submit}
          </button>
        </div>
      </CheckedForm>
    </section>
  );
}
