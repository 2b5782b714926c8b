import { describe, expect, it } from 'vitest';
import { logosoort } from '../logosoort.ts';

const tekst = (t: string) => new TextEncoder().encode(t);
const png = (...rest: number[]) =>
  Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...rest]);

describe('de soort van een gekozen logo', () => {
  it.each([
    ['zonder kop', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['met xml-kop', '<?xml version="1.0"?>\n<svg viewBox="0 0 1 1"></svg>'],
    ['met opmerking', '\uFEFF<!-- gemaakt met de hand -->\r\n<svg>'],
    ['met doctype', '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd">\n<svg>'],
  ])('SVG: %s', (_, t) => {
    expect(logosoort(tekst(t))).toBe('svg');
  });

  it('PNG: aan de eerste bytes en een kop met maten', () => {
    expect(logosoort(png(...new Array(25).fill(0)))).toBe('png');
    expect(logosoort(png(...new Array(24).fill(0)))).toBeUndefined();
  });

  it.each([
    ['een Word-bestand', Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x14])],
    ['een JPEG', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0])],
    ['een kapotte PNG', Uint8Array.from([0x89, 0x50, 0x4e, 0x00, ...new Array(40).fill(0)])],
    ['een webpagina', tekst('<!doctype html><html><svg></svg></html>')],
    ['een ander woord', tekst('<svgx>')],
    ['niets', new Uint8Array()],
  ])('geen van beide: %s', (_, bytes) => {
    expect(logosoort(bytes)).toBeUndefined();
  });
});
