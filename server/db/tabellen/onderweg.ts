/** Wat een apparaat nodig heeft om te bewaren wat nog niet is verstuurd. */
export type OnderwegTabellen = {
  bewaarsleutel: {
    medewerker_id: string;
    apparaat_id: string;
    sleutel: Buffer;
    verloopt_op: string;
  };
};
