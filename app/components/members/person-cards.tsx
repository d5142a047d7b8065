import { Form, Link } from "@remix-run/react";
import type { readPerson } from "../../domain/members/people.server.ts";
import { formatDate } from "../../format.ts";
import { paths } from "../../paths.ts";
import { ConfirmCard } from "../layout/confirm-card.tsx";
import { Notice } from "../layout/notice.tsx";
import { useLocale, useTexts } from "../texts.ts";
import { partText } from "./person-name.ts";

export type Person = Awaited<ReturnType<typeof readPerson>>;

/** What is particular about an account, said first. */
export function AccountNotice({ person }: { person: Person }) {
  const t = useTexts().members.person;
  const locale = useLocale();
  if (person.pseudonymised_at) {
    return (
      <Notice title={t.forgottenTitle(formatDate(person.pseudonymised_at, locale))}>
        <p>{t.forgotten}</p>
      </Notice>
    );
  }
  if (person.disabled_at) {
    return (
      <Notice title={t.closedTitle(formatDate(person.disabled_at, locale))}>
        <p>{t.closed}</p>
      </Notice>
    );
  }
  if (!person.bounced_at) return null;
  return (
    <Notice kind="warn" title={t.bouncedTitle}>
      <p>{t.bounced}</p>
    </Notice>
  );
}

export function AccountCard({ person }: { person: Person }) {
  const texts = useTexts();
  const t = texts.members.person;
  const locale = useLocale();
  const welcomed = person.invited_at ? formatDate(person.invited_at, locale) : t.notWelcomed;
  const facts = [
    ...(person.pseudonymised_at
      ? []
      : [
          [t.address, person.address],
          [t.language, t.languages[person.locale]],
        ]),
    [t.created, formatDate(person.created_at, locale)],
    ...(person.pseudonymised_at ? [] : [[t.welcomed, welcomed]]),
  ];
  return (
    <section className="card stack--close">
      <h2>{t.facts}</h2>
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label} className="facts__row">
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {person.pseudonymised_at ? null : <AccountSteps person={person} />}
    </section>
  );
}

function AccountSteps({ person }: { person: Person }) {
  const t = useTexts().members.person;
  const step = (schritt: string) => paths.person(person.account_id, { schritt });
  return (
    <Form method="post" className="actions">
      {person.disabled_at ? (
        <button type="submit" className="button" name="intent" value="reopen">
          {t.reopen}
        </button>
      ) : (
        <>
          <button type="submit" className="button" name="intent" value="welcome">
            {t.welcome}
          </button>
          <Link className="button" to={step("schliessen")}>
            {t.close}
          </Link>
        </>
      )}
      <Link className="button button--danger" to={step("loeschen")}>
        {t.forget}
      </Link>
    </Form>
  );
}

/** Asks before an account is closed or a person is forgotten, and says what that means. */
export function AccountStep({ person, step }: { person: Person; step: "schliessen" | "loeschen" }) {
  const t = useTexts().members.person;
  const back = paths.person(person.account_id);
  if (step === "schliessen") {
    return (
      <ConfirmCard
        title={t.closeTitle(person.name)}
        confirm={t.closeConfirm}
        back={back}
        action={back}
        fields={{ intent: "close" }}
      >
        <p>{t.closeText}</p>
      </ConfirmCard>
    );
  }
  return (
    <ConfirmCard
      title={t.forgetTitle(person.name)}
      confirm={t.forgetConfirm}
      danger
      back={back}
      action={back}
      fields={{ intent: "forget" }}
    >
      <ul className="bullets">
        {t.forgetLines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </ConfirmCard>
  );
}

/** The parts of a person; those that the viewer may give can be taken away. */
export function PartsCard({ person, grantable }: { person: Person; grantable: readonly string[] }) {
  const texts = useTexts();
  const t = texts.members.person;
  return (
    <section className="card stack--close">
      <h2>{t.parts}</h2>
      {person.parts.length === 0 ? <p>{t.noParts}</p> : null}
      <ul className="plain-list lines">
        {person.parts.map((part) => (
          <li key={part.role + part.project_id}>
            {part.project_id ? (
              <span>
                {texts.members.roles[part.role]}: <Link to={paths.project(part.project_id)}>{part.project}</Link>{" "}
                <span className="quiet">{part.organisation}</span>
              </span>
            ) : (
              texts.members.roles[part.role]
            )}
            {grantable.includes(part.role) ? (
              <Form method="post">
                <input type="hidden" name="role" value={part.role} />
                <input type="hidden" name="projectId" value={part.project_id ?? ""} />
                <button type="submit" className="button button--small" name="intent" value="take">
                  {t.remove}
                  <span className="visually-hidden">{t.of(partText(texts, part))}</span>
                </button>
              </Form>
            ) : (
              <span className="quiet">{t.fixed}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
