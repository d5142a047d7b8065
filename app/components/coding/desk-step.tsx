import { Form, Link } from "@remix-run/react";
import type { CodingDesk } from "../../domain/coding/code-texts.server.ts";
import type { Fault } from "../../domain/problem.ts";
import { formatCount } from "../../format.ts";
import { paths } from "../../paths.ts";
import { EmptyState } from "../layout/empty-state.tsx";
import { Notice } from "../layout/notice.tsx";
import { useLocale, useTexts } from "../texts.ts";
import { CodingProgress } from "./coding-form.tsx";
import { useCodingErrors } from "./use-coding-errors.ts";

/** Where no text is shown: begin, two others code it, all decided, or finished. */
export function DeskStep({ desk, faults }: { desk: CodingDesk; faults: Fault[] | undefined }) {
  switch (desk.state) {
    case "unbegun":
      return <Begin desk={desk} />;
    case "taken":
      return <Taken desk={desk} />;
    case "coding":
      return <AllDecided desk={desk} faults={faults} />;
    case "finished":
      return <Finished desk={desk} />;
  }
}

function Begin({ desk }: { desk: CodingDesk }) {
  const t = useTexts().coding.desk;
  const locale = useLocale();
  const { roundId, item, open } = desk.place;
  if (desk.tree.length === 0) {
    return (
      <EmptyState
        title={t.noCodes}
        text={t.noCodesText}
        actions={
          <Link className="button button--primary" to={paths.codeTree(roundId, item)}>
            {t.noCodesAction}
          </Link>
        }
      />
    );
  }
  return (
    <section className="card stack--close">
      <h2>{t.beginTitle(desk.total, formatCount(desk.total, locale))}</h2>
      <p>{t.beginText}</p>
      {desk.coders.map(({ name }) => (
        <p key={name}>{t.other(name)}</p>
      ))}
      {open ? (
        <Form method="post" className="actions">
          <button type="submit" className="button button--primary" name="intent" value="begin">
            {t.begin}
          </button>
        </Form>
      ) : null}
    </section>
  );
}

function Taken({ desk }: { desk: CodingDesk }) {
  const t = useTexts().coding.desk;
  const { and } = useTexts().coding;
  return <EmptyState title={t.takenTitle} text={t.taken(desk.coders.map(({ name }) => name).join(and))} />;
}

function AllDecided({ desk, faults }: { desk: CodingDesk; faults: Fault[] | undefined }) {
  const t = useTexts().coding.desk;
  const { roundId, item, open } = desk.place;
  const error = useCodingErrors(faults)[""];
  return (
    <section className="card stack--close">
      <CodingProgress desk={desk} />
      <h2>{t.doneTitle}</h2>
      <p>{t.doneText}</p>
      {error ? <Notice kind="danger" title={error} live="alert" /> : null}
      <div className="actions">
        {open ? (
          <Form method="post">
            <button type="submit" className="button button--primary" name="intent" value="finish">
              {t.finish}
            </button>
          </Form>
        ) : null}
        <Link className="button" to={paths.codingDesk(roundId, item, { nr: "1" })}>
          {t.lookAgain}
        </Link>
      </div>
    </section>
  );
}

function Finished({ desk }: { desk: CodingDesk }) {
  const { desk: t, overview } = useTexts().coding;
  const { roundId, item } = desk.place;
  const other = desk.coders.find((one) => !one.me);
  const both = other?.finished === true;
  return (
    <section className="card stack--close">
      <CodingProgress desk={desk} />
      <h2>{t.finishedTitle}</h2>
      <p>{both ? t.finishedBoth : other ? t.finishedWaiting : t.finishedAlone}</p>
      <div className="actions">
        {both ? (
          <Link className="button button--primary" to={paths.codingAgreement(roundId, item)}>
            {overview.toAgreement}
          </Link>
        ) : null}
        <Link className="button" to={paths.codingDesk(roundId, item, { nr: "1" })}>
          {t.lookAgain}
        </Link>
      </div>
    </section>
  );
}
