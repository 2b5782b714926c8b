import { createHmac, timingSafeEqual } from 'node:crypto';

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const API_SLEUTEL = new RegExp(`^.*?(${UUID})-(${UUID})$`, 'i');

export type NotifySleutel = { dienst: string; geheim: string };

/**
 * Ontleedt de sleutel van NotifyNL: naam, id van de dienst en geheim, met streepjes ertussen.
 * @returns `undefined` als het geen sleutel is.
 */
export function leesSleutel(tekst: string): NotifySleutel | undefined {
  const delen = API_SLEUTEL.exec(tekst.trim());
  return delen ? { dienst: delen[1] as string, geheim: delen[2] as string } : undefined;
}

const code = (waarde: object) => Buffer.from(JSON.stringify(waarde)).toString('base64url');
const teken = (tekst: string, geheim: string) =>
  createHmac('sha256', geheim).update(tekst).digest();

/**
 * Het bewijs dat bij één verzoek hoort (JWT, HS256). De dienst neemt het een halve minuut aan, dus elk verzoek
 * krijgt een nieuw.
 * @param nu ms sinds 1970, werkelijke tijd.
 */
export function maakBewijs({ dienst, geheim }: NotifySleutel, nu: number): string {
  const inhoud = `${code({ typ: 'JWT', alg: 'HS256' })}.${code({ iss: dienst, iat: Math.floor(nu / 1000) })}`;
  return `${inhoud}.${teken(inhoud, geheim).toString('base64url')}`;
}

/** Waar als twee geheimen gelijk zijn; de duur verraadt niet waar zij verschillen. */
export function zelfdeGeheim(a: string, b: string): boolean {
  return timingSafeEqual(teken(a, 'vergelijk'), teken(b, 'vergelijk'));
}
