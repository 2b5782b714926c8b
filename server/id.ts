import { randomFillSync } from 'node:crypto';

const HOOGSTE_TELLER = 0xfff;
let vorigeMs = 0;
let teller = 0;

/**
 * Nieuwe uuid versie 7 (RFC 9562): op tijd geordend, ook binnen één milliseconde van dit proces
 * en als de klok van de machine terugspringt.
 * @returns 36 tekens, kleine letters.
 */
export function nieuwId(): string {
  const nu = Date.now();
  if (nu > vorigeMs) {
    vorigeMs = nu;
    teller = 0;
  } else if (teller === HOOGSTE_TELLER) {
    // Vol: leen een milliseconde van straks, anders loopt de volgorde terug.
    vorigeMs += 1;
    teller = 0;
  } else teller += 1;
  const bytes = randomFillSync(new Uint8Array(16));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, Math.floor(vorigeMs / 0x10000));
  view.setUint16(4, vorigeMs & 0xffff);
  view.setUint16(6, 0x7000 | teller);
  view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f));
  const hex = Buffer.from(bytes).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
