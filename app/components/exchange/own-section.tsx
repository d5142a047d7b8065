import { Link } from "@remix-run/react";
import type { Profile } from "../../domain/exchange/propose.ts";
import type { Contact, OwnProject } from "../../domain/exchange/read-exchange.server.ts";
import { formatCount, formatDate } from "../../format.ts";
import { paths } from "../../paths.ts";
import { EmptyState } from "../layout/empty-state.tsx";
import { useLocale, useTexts } from "../texts.ts";
import { ProfileFacts } from "./profile-facts.tsx";

/** What the own project says, or why it should say something. */
export function OwnSection({
  own,
  profile,
  count,
}: {
  own: OwnProject;
  profile: Profile | undefined;
  count: number | null;
}) {
  const t = useTexts().exchange.own;
  const locale = useLocale();
  const button = (label: string, primary: boolean) =>
    own.mayEdit ? (
      <Link className={primary ? "button button--primary" : "button"} to={paths.exchangeProfile(own.projectId)}>
        {label}
      </Link>
    ) : undefined;
  if (!profile) {
    return (
      <EmptyState
        title={t.none}
        text={[t.count(count ?? 0, formatCount(count ?? 0, locale)), t.reciprocal, own.mayEdit ? "" : t.byLead].join(
          " ",
        )}
        actions={button(t.make, true)}
      />
    );
  }
  return (
    <section className="card exchange-card" aria-labelledby="exchange-own">
      <div>
        <h2 id="exchange-own">{t.title}</h2>
        <ProfileFacts {...profile} />
      </div>
      {button(t.change, false)}
    </section>
  );
}

/** Who asked the own project, and whom it asked. */
export function Contacts({ contacts, mayEdit }: { contacts: readonly Contact[]; mayEdit: boolean }) {
  const t = useTexts().exchange.contacts;
  const locale = useLocale();
  if (contacts.length === 0) return null;
  return (
    <section className="card stack--close" aria-labelledby="exchange-contacts">
      <h2 id="exchange-contacts">{t.title}</h2>
      <ul className="plain-list exchange-contacts">
        {contacts.map(({ contactId, received, project, at, name, address }) => (
          <li key={contactId}>
            <p>{(received ? t.received : t.sent)(project, formatDate(at, locale))}</p>
            {received ? (
              <p className="quiet">
                {name && address ? (
                  <>
                    {t.reach(name)} <a href={`mailto:${address}`}>{address}</a>
                  </>
                ) : mayEdit ? (
                  t.gone
                ) : (
                  t.byLead
                )}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
