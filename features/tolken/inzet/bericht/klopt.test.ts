import { describe, expect, it } from 'vitest';
import { datum } from '../../../../rules/shared/datum.ts';
import { tolkInvoer, werkSamen } from '../../../../test/begeleiding/tolken.ts';
import {
  boek,
  dienst,
  lijst,
  maakOud,
  metAfspraak,
  opnieuw,
  opzet,
  verplaats,
  verzet,
  w,
  weg,
  werk,
  zegAf,
} from '../../../../test/berichten/tolkwereld.ts';

describe('wie een groep tolkt', () => {
  const groepId = '0199f0a0-0000-7000-8000-00000000aa01';
  const groepje = async () => {
    const { g, m, tolkId } = await opzet();
    const een = await metAfspraak(g, { groepId });
    const twee = await metAfspraak(g, { groepId });
    const inzetEen: string = (await boek(m, een.pad, tolkId)).body.inzetId;
    const inzetTwee: string = (await boek(m, twee.pad, tolkId)).body.inzetId;
    return { g, m, tolkId, een, twee, inzetEen, inzetTwee };
  };

  it.each([
    ['de eerste', 'een', 'inzetEen', 'twee', 'inzetTwee'],
    ['de laatste', 'twee', 'inzetTwee', 'een', 'inzetEen'],
  ] as const)('hoort van een tijd erbij als alleen %s wordt verzet', async (_wie, a, ia, b, ib) => {
    const p = await groepje();
    await werk();
    await verzet(p.g, p[a], '14:00');
    await verplaats(p.m, p[ia]);
    await werk();
    expect(await weg()).toEqual(['U bent geboekt als tolk.', 'U bent geboekt als tolk.']);
    expect((await dienst.berichten())[1]?.tekst).toContain('om 14.00 uur');
    await verzet(p.g, p[b], '14:00');
    await verplaats(p.m, p[ib]);
    await werk();
    expect((await weg())[2]).toBe('Uw opdracht als tolk is verzet.');
    const [, , verplaatst] = await dienst.berichten();
    expect(verplaatst?.tekst).toContain('Eerst was het: maandag 23 november 2026 om 10.00 uur.');
  });

  it('hoort één keer dat de hele groep is verzet', async () => {
    const p = await groepje();
    await werk();
    await verzet(p.g, p.een, '14:00');
    await verzet(p.g, p.twee, '14:00');
    await verplaats(p.m, p.inzetTwee);
    await verplaats(p.m, p.inzetEen);
    await werk();
    expect(await weg()).toEqual(['U bent geboekt als tolk.', 'Uw opdracht als tolk is verzet.']);
  });

  it('hoort alleen de nieuwe tijd als het eerste bericht nog niet weg was', async () => {
    const p = await groepje();
    await verzet(p.g, p.een, '14:00');
    await verzet(p.g, p.twee, '14:00');
    await verplaats(p.m, p.inzetEen);
    await verplaats(p.m, p.inzetTwee);
    await werk();
    expect(await weg()).toEqual(['U bent geboekt als tolk.']);
    expect((await dienst.berichten())[0]?.tekst).toContain('om 14.00 uur');
  });

  it('hoort van de boeking als wie het eerst werd geboekt afvalt voordat het bericht weg was', async () => {
    const p = await groepje();
    await zegAf(p.m, p.inzetEen);
    await werk();
    expect(await weg()).toEqual(['U bent geboekt als tolk.']);
  });

  it('hoort ook van de boeking als wie overblijft bij een andere gemeente hoort', async () => {
    const [g, ander] = [await w.gemeente(), await w.gemeente()];
    await werkSamen(w, g, ander);
    const m = await w.medewerker(g.organisatieId);
    const { tolkId } = (await m.vraag('POST', '/v1/tolken', tolkInvoer([g.id, ander.id]))).body;
    const een = (await boek(m, (await metAfspraak(g, { groepId })).pad, tolkId)).body;
    await boek(m, (await metAfspraak(ander, { groepId })).pad, tolkId);
    await zegAf(m, een.inzetId);
    await werk();
    expect(await weg()).toEqual(['U bent geboekt als tolk.']);
  });

  it('hoort niets als de hele groep wegvalt voordat het bericht weg was', async () => {
    const p = await groepje();
    await zegAf(p.m, p.inzetEen);
    await zegAf(p.m, p.inzetTwee);
    await werk();
    expect(await weg()).toEqual([]);
  });
});

describe('wat niet meer klopt', () => {
  /** Geboekt, en de dienst viel weg: het kan zijn aangekomen, maar is het niet. */
  const inTwijfel = async () => {
    const { g, m, tolkId } = await opzet();
    const p = await metAfspraak(g);
    const { inzetId } = (await boek(m, p.pad, tolkId)).body;
    await dienst.gedrag({ plat: true });
    await werk();
    await dienst.gedrag({ plat: false });
    expect((await lijst(m))[0].bericht.staat).toBe('bezig');
    await maakOud(g);
    return { g, m, p, tolkId, inzetId };
  };

  it('gaat na een afzegging niet alsnog weg', async () => {
    const { m, inzetId } = await inTwijfel();
    await zegAf(m, inzetId);
    await opnieuw();
    expect(await weg()).toEqual(['U hoeft niet te komen tolken.']);
  });

  it('gaat na het verplaatsen niet alsnog weg', async () => {
    const { g, m, p, inzetId } = await inTwijfel();
    await verzet(g, p, '14:00');
    await verplaats(m, inzetId);
    await opnieuw();
    expect(await weg()).toEqual(['Uw opdracht als tolk is verzet.']);
  });

  it('zegt af wat de tolk hoorde, niet wat hij nog niet wist', async () => {
    const { g, m, tolkId } = await opzet();
    const p = await metAfspraak(g);
    const { inzetId } = (await boek(m, p.pad, tolkId)).body;
    await werk();
    await verzet(g, p, '14:00');
    await verplaats(m, inzetId);
    await zegAf(m, inzetId, 2);
    await werk();
    const [, af, ...rest] = await dienst.berichten();
    expect(rest).toEqual([]);
    expect(af?.tekst).toContain('U hoeft niet te komen tolken.');
    expect(af?.tekst).toContain('om 10.00 uur');
  });

  it('gaat niet alsnog weg als alleen de plek is veranderd', async () => {
    const { g, m, p, inzetId } = await inTwijfel();
    p.feit.inhoud = { ...p.feit.inhoud, plaats: 'het wijkcentrum' } as typeof p.feit.inhoud;
    await verzet(g, p, '10:00');
    await verplaats(m, inzetId);
    await opnieuw();
    expect((await dienst.berichten()).map((b) => b.tekst)).toEqual([
      expect.stringContaining('het wijkcentrum'),
    ]);
  });

  it('gaat na de afspraak niet meer weg', async () => {
    const { m } = await inTwijfel();
    w.klok.zetOp(datum('2026-11-24'));
    await opnieuw();
    expect(await weg()).toEqual([]);
    expect((await lijst(m))[0].bericht).toMatchObject({ staat: 'vervallen' });
  });

  it('zegt niet af wie opnieuw is geboekt', async () => {
    const { g, m, tolkId } = await opzet();
    const { pad } = await metAfspraak(g);
    const { inzetId } = (await boek(m, pad, tolkId)).body;
    await werk();
    await zegAf(m, inzetId);
    await boek(m, pad, tolkId);
    await werk();
    expect(await weg()).toEqual(['U bent geboekt als tolk.', 'U bent geboekt als tolk.']);
  });

  it('blijft verstuurd als het aankwam, ook als het adres van de tolk intussen weg is', async () => {
    const { g, m, tolkId } = await opzet();
    await boek(m, (await metAfspraak(g)).pad, tolkId);
    await dienst.gedrag({ antwoordKwijt: 1 });
    await werk();
    await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      tx.updateTable('tolk').set({ email: '', telefoon: '' }).where('id', '=', tolkId).execute(),
    );
    await opnieuw();
    expect((await lijst(m))[0].bericht).toMatchObject({ staat: 'verstuurd' });
  });

  it('is na elke poging opnieuw onzeker, ook na de tweede', async () => {
    const { g, m } = await inTwijfel();
    const echte = w.t.berichten;
    if (!echte) throw new Error('geen dienst');
    const stuur = () => Promise.reject(new Error('het proces stopte'));
    w.t.berichten = { ...echte, client: { ...echte.client, stuur } };
    await opnieuw();
    w.t.berichten = echte;
    await opnieuw();
    expect(await weg()).toEqual([]);
    await maakOud(g);
    await opnieuw();
    expect((await lijst(m))[0].bericht).toMatchObject({ staat: 'verstuurd' });
  });

  it('laat een mens bellen als er geen dienst meer is, en zegt dat de tolk het misschien al weet', async () => {
    const { m } = await inTwijfel();
    w.t.berichten = undefined;
    await opnieuw();
    const { staat, reden } = (await lijst(m))[0].bericht;
    expect(staat).toBe('zelf');
    expect(reden).toContain('misschien al');
  });
});
