import type { ReactNode } from 'react';

/** Een bladzijde met alleen een mededeling, op het scherm van de persoon. */
export const Melding = ({ titel, children }: { titel: string; children: ReactNode }) => (
  <div className="vragen">
    <main className="vragen-stap">
      <h1>{titel}</h1>
      {children}
    </main>
  </div>
);
