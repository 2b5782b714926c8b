type Stuk<T> = { inhoud: T; klaar: () => void; mis: (fout: unknown) => void };

/**
 * Doet wat tegelijk wordt aangeboden samen: wie binnenkomt terwijl een stapel bezig is, gaat mee met de volgende.
 * Mislukt een stapel, dan gaat elk stuk alleen, zodat een fout alleen treft wie haar maakt.
 * @param werk doet een stapel in volgorde van binnenkomst; helemaal of helemaal niet.
 * @param hoogstens grootste stapel.
 */
export function maakStapel<T>(
  werk: (stukken: readonly T[]) => Promise<void>,
  hoogstens: number,
): (stuk: T) => Promise<void> {
  const wachtend: Stuk<T>[] = [];
  let bezig = false;

  async function doe(stapel: readonly Stuk<T>[]): Promise<void> {
    try {
      await werk(stapel.map((s) => s.inhoud));
      for (const s of stapel) s.klaar();
    } catch (fout) {
      if (stapel.length === 1) stapel[0]?.mis(fout);
      else for (const s of stapel) await doe([s]);
    }
  }

  async function leeg(): Promise<void> {
    bezig = true;
    while (wachtend.length > 0) await doe(wachtend.splice(0, hoogstens));
    bezig = false;
  }

  return (inhoud) =>
    new Promise((klaar, mis) => {
      wachtend.push({ inhoud, klaar, mis });
      if (!bezig) void leeg();
    });
}
