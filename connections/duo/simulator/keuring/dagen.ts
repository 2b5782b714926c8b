const DAG = 86_400_000;

function naarIso(tijdstip: number): string {
  return new Date(tijdstip).toISOString().slice(0, 10);
}

export function plusDagen(iso: string, dagen: number): string {
  return naarIso(Date.parse(iso) + dagen * DAG);
}

/** Dezelfde dag, `maanden` verder; een dag die niet bestaat schuift door naar de volgende maand. */
export function plusMaanden(iso: string, maanden: number): string {
  const [jaar, maand, dag] = iso.split('-').map(Number) as [number, number, number];
  return naarIso(Date.UTC(jaar, maand - 1 + maanden, dag));
}

/** `2026-03-01` als 01-03-2026, zoals DUO dagen in foutteksten schrijft. */
export function geschreven(iso: string): string {
  return iso.split('-').reverse().join('-');
}
