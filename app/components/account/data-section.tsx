import { paths } from "../../paths.ts";
import { useTexts } from "../texts.ts";

/** The way to a file with everything that is kept about the person. */
export function DataSection() {
  const t = useTexts().account.data;
  return (
    <section className="card stack--close">
      <h2>{t.title}</h2>
      <p>{t.text}</p>
      <div className="actions">
        <a className="button" href={paths.ownData()} download>
          {t.download}
        </a>
      </div>
    </section>
  );
}
