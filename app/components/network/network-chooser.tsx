import { Form, Link } from "@remix-run/react";
import type { NodeAttribute } from "#db/tables/network.ts";
import type { ContactKind } from "../../domain/network/kinds.ts";
import { formatCount } from "../../format.ts";
import { paths } from "../../paths.ts";
import { FormField } from "../layout/form-field.tsx";
import { useLocale, useReader, useTexts } from "../texts.ts";

/** How the network is looked at. */
export const VIEWS = ["karte", "matrix"] as const;
export type NetworkView = (typeof VIEWS)[number];

type NetworkChooserProps = {
  releaseId: string;
  attributes: readonly NodeAttribute[];
  attribute: NodeAttribute;
  view: NetworkView;
  /** that may be chosen */
  kinds: readonly ContactKind[];
  /** that is chosen; all contacts without one */
  kind: ContactKind | undefined;
  /** all of them */
  contacts: number;
};

/** A plain form and links: they work without JavaScript, and the address can be shared. */
export function NetworkChooser(props: NetworkChooserProps) {
  const { releaseId, attributes, attribute, view, kinds, kind, contacts } = props;
  const { chooser: t, kinds: about } = useTexts().network;
  const locale = useLocale();
  const read = useReader();
  const links = [
    { code: undefined, label: about.all, contacts },
    ...kinds.map((one) => ({ ...one, label: one.label ? read(one.label) : about.closest })),
  ];
  return (
    <div className="card no-print network-chooser">
      <Form method="get" className="filter-bar" preventScrollReset>
        <FormField
          key={attribute.code}
          label={t.attribute}
          name="farbe"
          control="select"
          select={{ defaultValue: attribute.code }}
        >
          {attributes.map(({ code, label }) => (
            <option key={code} value={code}>
              {read(label)}
            </option>
          ))}
        </FormField>
        {kind ? <input type="hidden" name="art" value={kind.code} /> : null}
        {view === VIEWS[0] ? null : <input type="hidden" name="ansicht" value={view} />}
        <button type="submit" className="button">
          {t.show}
        </button>
      </Form>
      {kinds.length > 0 ? (
        <nav className="section-nav network-kinds" aria-label={about.label}>
          <p className="field__label" aria-hidden="true">
            {about.label}
          </p>
          <ul className="plain-list">
            {links.map((one) => (
              <li key={one.code ?? ""}>
                <Link
                  to={paths.network(releaseId, { farbe: attribute.code, art: one.code, ansicht: view })}
                  aria-current={one.code === kind?.code ? "page" : undefined}
                  preventScrollReset
                >
                  {one.label} <span className="network-kinds__count">{formatCount(one.contacts, locale)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      <nav className="section-nav" aria-label={t.view}>
        <ul className="plain-list">
          {VIEWS.map((one) => (
            <li key={one}>
              <Link
                to={paths.network(releaseId, { farbe: attribute.code, art: kind?.code, ansicht: one })}
                aria-current={one === view ? "page" : undefined}
                preventScrollReset
              >
                {t.views[one]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
