import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTexts } from "../texts.ts";

type ConfirmCardProps = {
  /** the question */
  title: string;
  /** what will happen, and what cannot be undone */
  children?: ReactNode;
  /** named by its effect: "Ja, Erhebung schließen" */
  confirm: string;
  danger?: boolean;
  /** where the way back leads */
  back: string;
  /** its words, where "Abbrechen" could mean something else */
  backLabel?: string;
  /** where it is posted; this page by default */
  action?: string;
  /** what is posted */
  fields: Record<string, string>;
};

/** Asks once more before something that matters: one button does it, one link leads back. Works without JavaScript. */
export function ConfirmCard(props: ConfirmCardProps) {
  const t = useTexts().layout.form;
  return (
    <section className={props.danger ? "card card--attention stack--close" : "card stack--close"}>
      <h2>{props.title}</h2>
      {props.children}
      <Form method="post" action={props.action} className="actions">
        {Object.entries(props.fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button type="submit" className={props.danger ? "button button--danger" : "button button--primary"}>
          {props.confirm}
        </button>
        <Link className="button button--quiet" to={props.back}>
          {props.backLabel ?? t.cancel}
        </Link>
      </Form>
    </section>
  );
}
