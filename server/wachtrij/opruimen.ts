import type pg from 'pg';

/**
 * Wist sessies en antwoorden op een `Idempotency-Key` van meer dan een dag oud: een sessie duurt korter, en wie
 * zo laat nog herhaalt begint opnieuw.
 * @param nu UTC ISO, werkelijke tijd.
 */
export async function ruimOp(pool: pg.Pool, nu: string): Promise<void> {
  await pool.query("delete from sessie where begonnen_op < $1::timestamptz - interval '1 day'", [
    nu,
  ]);
  await pool.query(
    "delete from idempotentie where gemaakt_op < $1::timestamptz - interval '1 day'",
    [nu],
  );
}
