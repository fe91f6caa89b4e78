/**
 * The Chinese years 1900 to 2100, one word of four base-36 digits each: `leapMonth << 13 | bits`, where bit i is set when the i-th
 * month of the year, the leap month in its place, has 30 days. Written by scripts/chinese-year-words.mjs; do not edit.
 */
export const chineseYearWords: string =
  "1j2q01g202w5100a018r023f0thy012i028p0h8y01g217ad027902170zor00j1012j0ew902p51e36" +
  "02vm02lh10st021i00ja0tkl01ck02w90ioi02vm14iu010r021j0zau028q01ck0lvt01ft1cpf0237" +
  "010r13yz023x012i0uol02as02890hw302391cfh0112023x0zvu014i02p10oqy02mi1gnp023b011y" +
  "141h025101ci0s6d02w5018q0lg7023f1cgq012i0295107m028i02790tor02171inf00j1012l146h" +
  "02p502oi0v1h02lh1wel021i00ja131x01cl02w911n602vm02li0l06021j1iom00nu01cl103t01ft" +
  "01ar0tgr010r021n0guy012i1dn902as028910ur0239010t0re502451p62015e02p117pm02mi02hh" +
  "0tgu011y02450gxe01ci14th01et018r0y3b02i301220l3q0295224y028i0279174b021700x70wnv" +
  "014d02960i1e02oi1e0502lh021h0zot00xi014l0lnu02x51klu02vm02li13yu021j00ye0qmt01g5" +
  "01ft0lub01ar1cff010r021n0ztm012i02910tvu028a1jth0239010t14190245014a0rl102p102mi" +
  "0olx02hi1d8u011y02450zw201ci02w50s3u01aj1h1z00x70123142e029601g20tut0285022z0gpn" +
  "00x7";
