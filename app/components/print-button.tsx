import { useEffect, useState } from "react";

/** Opens the browser's print dialogue. Without JavaScript it is not there: the browser's own menu does the same. */
export function PrintButton({ children }: { children: string }) {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  if (!ready) return null;
  return (
    <button type="button" className="button no-print" onClick={() => window.print()}>
      {children}
    </button>
  );
}
