import { Form } from "@remix-run/react";
import type { Naming } from "../../domain/responses/naming.server.ts";
import { formatMoment } from "../../format.ts";
import { useLocale, useTexts } from "../texts.ts";

type NamingCardProps = {
  naming: Naming;
  /** it is the lead's to withdraw it */
  mayChange: boolean;
};

/** Whether the project may be named, and the way to withdraw that or to give it again. */
export function NamingCard({ naming: { withdrawn, at, by }, mayChange }: NamingCardProps) {
  const t = useTexts().signOff.naming;
  const locale = useLocale();
  const when = at ? formatMoment(at, locale) : "";
  const since = withdrawn ? t.withdrawn(when, by) : t.givenAgain(when, by);
  return (
    <section className="card stack--close" aria-labelledby="naming-title">
      <h2 id="naming-title">{t.title}</h2>
      <p role="status">{at ? since : t.given}</p>
      <p>
        {withdrawn ? t.withdrawnText : t.withdrawText} {mayChange ? null : t.leadOnly}
      </p>
      {mayChange ? (
        <Form method="post" className="actions" preventScrollReset>
          <button type="submit" className="button" name="intent" value={withdrawn ? "give-name" : "withdraw-name"}>
            {withdrawn ? t.give : t.withdraw}
          </button>
        </Form>
      ) : null}
    </section>
  );
}
