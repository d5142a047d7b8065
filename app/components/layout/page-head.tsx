import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

type PageHeadProps = {
  title: string;
  subtitle?: ReactNode;
  /** buttons; at most one of them is primary */
  actions?: ReactNode;
  /** the way here, outermost first; the page itself is not among them */
  trail?: { to: string; label: string }[];
  trailLabel?: string;
};

/** The page's one `h1` with what belongs beside it. */
export function PageHead({ title, subtitle, actions, trail = [], trailLabel }: PageHeadProps) {
  return (
    <div className="page-head">
      <div className="page-head__text">
        {trail.length > 0 ? (
          <nav className="breadcrumb" aria-label={trailLabel}>
            <ol className="plain-list">
              {trail.map((step) => (
                <li key={step.to}>
                  <Link to={step.to}>{step.label}</Link>
                </li>
              ))}
            </ol>
          </nav>
        ) : null}
        <h1>{title}</h1>
        {subtitle ? <p className="page-head__subtitle">{subtitle}</p> : null}
      </div>
      {actions ? <div className="actions">{actions}</div> : null}
    </div>
  );
}
