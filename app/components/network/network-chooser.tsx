import { Form, Link } from "@remix-run/react";
import type { NodeAttribute } from "#db/tables/network.ts";
import { paths } from "../../paths.ts";
import { FormField } from "../layout/form-field.tsx";
import { useReader, useTexts } from "../texts.ts";

/** How the network is looked at. */
export const VIEWS = ["karte", "matrix"] as const;
export type NetworkView = (typeof VIEWS)[number];

type NetworkChooserProps = {
  releaseId: string;
  attributes: readonly NodeAttribute[];
  attribute: NodeAttribute;
  view: NetworkView;
};

/** A plain form and links: they work without JavaScript, and the address can be shared. */
export function NetworkChooser({ releaseId, attributes, attribute, view }: NetworkChooserProps) {
  const t = useTexts().network.chooser;
  const read = useReader();
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
        {view === VIEWS[0] ? null : <input type="hidden" name="ansicht" value={view} />}
        <button type="submit" className="button">
          {t.show}
        </button>
      </Form>
      <nav className="section-nav" aria-label={t.view}>
        <ul className="plain-list">
          {VIEWS.map((one) => (
            <li key={one}>
              <Link
                to={paths.network(releaseId, { farbe: attribute.code, ansicht: one })}
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
