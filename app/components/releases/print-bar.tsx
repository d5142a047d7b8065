import { Link } from "@remix-run/react";
import { useEffect, useState } from "react";
import { paths } from "../../paths.ts";
import { PrintButton } from "../print-button.tsx";
import { useTexts } from "../texts.ts";

/** Back to the report, and the button as soon as every chart is drawn. Without JavaScript the browser's menu prints. */
export function PrintBar({ releaseId, breakdown }: { releaseId: string; breakdown?: string }) {
  const t = useTexts().downloads.print;
  const isDrawn = useDrawn();
  return (
    <div className="print-bar no-print">
      <Link to={paths.release(releaseId, breakdown)}>{t.back}</Link>
      {isDrawn === false ? <p role="status">{t.drawing}</p> : null}
      {isDrawn ? <PrintButton>{t.button}</PrintButton> : null}
    </div>
  );
}

/** Whether every place of a chart has its drawing; undefined as long as no script runs. */
function useDrawn(): boolean | undefined {
  const [isDrawn, setIsDrawn] = useState<boolean>();
  useEffect(() => {
    const look = () => {
      const places = [...document.querySelectorAll(".chart__box")];
      const done = places.every((place) => place.querySelector("svg"));
      setIsDrawn(done);
      if (done) changes.disconnect();
    };
    const changes = new MutationObserver(look);
    changes.observe(document.body, { subtree: true, childList: true });
    look();
    return () => changes.disconnect();
  }, []);
  return isDrawn;
}
