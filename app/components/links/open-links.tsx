import { Form, Link } from "@remix-run/react";
import type { LinkBar } from "../../domain/links/open-links.server.ts";
import { formatCount } from "../../format.ts";
import { paths } from "../../paths.ts";
import { CheckedForm } from "../layout/checked-form.tsx";
import { ConfirmCard } from "../layout/confirm-card.tsx";
import { FormField } from "../layout/form-field.tsx";
import { StateChip } from "../layout/state-chip.tsx";
import { CopyField } from "../responses/copy-field.tsx";
import { useLocale, useTexts } from "../texts.ts";

export type ShownLink = {
  linkId: string;
  label: string;
  address: string;
  uses: number;
  limit: number;
  bar: LinkBar | undefined;
};

type OpenLinksProps = {
  roundId: string;
  links: ShownLink[];
  /** the link that is about to be withdrawn */
  revoking: string | null;
  anonymous: boolean;
};

/** The open links of a round, each with its code to print. */
export function OpenLinks({ roundId, links, revoking, anonymous }: OpenLinksProps) {
  const t = useTexts().links.page.open;
  if (links.length === 0) return <p className="quiet">{t.empty}</p>;
  return (
    <ul className="plain-list stack--close">
      {links.map((link) => (
        <li key={link.linkId} className="card open-link">
          {link.linkId === revoking ? (
            <ConfirmCard
              title={t.revokeTitle(link.label || t.unnamed)}
              confirm={t.revokeConfirm}
              danger
              back={paths.roundLinks(roundId)}
              action={paths.roundLinks(roundId)}
              fields={{ intent: "revoke", linkId: link.linkId }}
            >
              <p>{anonymous ? t.revokeTextAnonymous : t.revokeText}</p>
            </ConfirmCard>
          ) : (
            <OpenLink roundId={roundId} link={link} />
          )}
        </li>
      ))}
    </ul>
  );
}

const TONES = { soon: "idle", closed: "idle", revoked: "bad", full: "started" } as const;

function OpenLink({ roundId, link }: { roundId: string; link: ShownLink }) {
  const t = useTexts().links.page.open;
  const locale = useLocale();
  const uses = t.uses(formatCount(link.uses, locale), formatCount(link.limit, locale));
  const isGone = link.bar === "revoked" || link.bar === "closed";
  return (
    <>
      <div className="open-link__head">
        <h3>{link.label || t.unnamed}</h3>
        <StateChip tone={link.bar ? TONES[link.bar] : "done"}>{t.states[link.bar ?? "usable"]}</StateChip>
        <span className="quiet">{uses}</span>
      </div>
      {isGone ? null : (
        <>
          <CopyField label={t.address} value={link.address} />
          <div className="actions">
            <Link className="button" to={paths.linkSheet(roundId, link.linkId)}>
              {t.sheet}
            </Link>
            <a className="button button--quiet" href={paths.linkQr(roundId, link.linkId, "svg")} download>
              {t.svg}
            </a>
            <a className="button button--quiet" href={paths.linkQr(roundId, link.linkId, "png")} download>
              {t.png}
            </a>
            <Form method="get">
              <button type="submit" className="button button--quiet" name="zurueckziehen" value={link.linkId}>
                {t.revoke}
                <span className="visually-hidden">: {link.label || t.unnamed}</span>
              </button>
            </Form>
          </div>
        </>
      )}
    </>
  );
}

type NewLinkProps = {
  most: number;
  errors: { label?: boolean; limit?: boolean };
  typed: { label: string; limit: string };
};

/** Label and limit of a new open link. */
export function NewLink({ most, errors, typed }: NewLinkProps) {
  const t = useTexts().links.page.open;
  const shownMost = formatCount(most, useLocale());
  return (
    <CheckedForm
      errors={{
        label: errors.label ? t.errors.label : undefined,
        limit: errors.limit ? t.errors.limit(shownMost) : undefined,
      }}
    >
      <FormField name="label" label={t.label} hint={t.labelHint} input={{ defaultValue: typed.label, maxLength: 80 }} />
      <FormField
        name="limit"
        label={t.limit}
        hint={t.limitHint(shownMost)}
        input={{ inputMode: "numeric", defaultValue: typed.limit, required: true, className: "input--short" }}
      />
      <div className="actions">
        <button type="submit" className="button" name="intent" value="make">
          {t.make}
        </button>
      </div>
    </CheckedForm>
  );
}
