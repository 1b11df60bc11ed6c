// Made by python -m tests.drafting.count_table; see there what the letters say.
export const unicode = "14.0.0";
export const runs =
  "x.s f.o a.A 7.o q.A 6.o q.A 4.o y.s 5.o P 2.o P A 2.o b P o P o 2.A o A o c o 2.A o 3.A o n.A o v.A o cq.A 4.o " +
  "c.A e.o 5.A 7.o A o A h.o 34.b 5.A o 2.A 2.c 4.A o A 4.c 2.o A o 3.A c A c k.A c 2b.A o 3v.A P 7.b 4m.A c 12.A " +
  "2.c A 6.o 15.A 2.o 2.c 2.P o c 19.b o b o 2.b o 2.b o b 8.c r.A 4.c 4.A 2.o b.c 6.b 8.o 2.P b.b o b 3.o 17.A " +
  "l.b a.A 4.o 2.A b 2r.A o A 8.b P 6.b 2.A 2.b P 4.b f.A 2.P A e.o c b A b u.A r.b 2.c 2h.A b.b A e.c 17.A 9.b " +
  "2.A P 3.o A 2.c b 2.o m.A 4.b A 9.b A 3.b A 5.b 2.c f.o c p.A 3.b 2.c o c b.A 5.c o.A o 6.A c 2.b 6.c 8.b 16.A " +
  "1m.b 1i.A 3.b A i.b A 7.b a.A 2.b 2.o a.A o g.A 3.b c 8.A 2.c 2.A 2.c m.A c 7.A c A 3.c 4.A 2.c b A 7.b 2.c " +
  "2.b 2.c 3.b A 8.c b 4.c 2.A c 3.A 2.b 2.c c.A 2.o 6.A P o A o b 2.c 3.b c 6.A 4.c 2.A 2.c m.A c 7.A c 2.A c " +
  "2.A c 2.A 2.c b c 5.b 4.c 2.b 2.c 3.b 3.c b 7.c 4.A c A 7.c a.A 2.b 3.A b o a.c 3.b c 9.A c 3.A c m.A c 7.A c " +
  "2.A c 5.A 2.c b A 8.b c 3.b c 3.b 2.c A f.c 2.A 2.b 2.c a.A 2.o 7.c A 6.b c 3.b c 8.A 2.c 2.A 2.c m.A c 7.A c " +
  "2.A c 5.A 2.c b A 7.b 2.c 2.b 2.c 3.b 7.c 3.b 4.c 2.A c 3.A 2.b 2.c a.A P 7.A a.c b A c 6.A 3.c 3.A c 4.A 3.c " +
  "2.A c A c 2.A 3.c 2.A 3.c 3.A 3.c c.A 4.c 5.b 3.c 3.b c 4.b 2.c A 6.c b e.c d.A 6.P o P 5.c 5.b 8.A c 3.A c " +
  "n.A c g.A 2.c b A 7.b c 3.b c 4.b 7.c 2.b c 3.A 2.c A 2.c 2.A 2.b 2.c a.A 7.c o 7.A P A 3.b o 8.A c 3.A c n.A " +
  "c a.A c 5.A 2.c b A 7.b c 3.b c 4.b 7.c 2.b 6.c 2.A c 2.A 2.b 2.c a.A c 2.A d.c 4.b 9.A c 3.A c 15.A 2.b A 7.b " +
  "c 3.b c 4.b A P 4.c 3.A b a.A 2.b 2.c j.A P 6.A c 3.b c i.A 3.c o.A c 9.A c A 2.c 7.A 3.c b 4.c 6.b c b c 8.b " +
  "6.c a.A 2.c 2.b o c.c 1c.A b 2.A 7.b 4.c o 7.A 8.b o a.A 2.o 11.c 2.A c A c 5.A c o.A c A c a.A b 2.A 9.b A " +
  "2.c 5.A c A c 6.b 2.c a.A 2.c 4.A w.c A 3.P f.o P o 3.P 2.b 6.P k.A P b P b P b 4.o 2.b 8.A c 10.A 4.c k.b o " +
  "2.b 5.A b.b c 10.b c 8.P b 6.P c 2.P 5.o 4.P 2.o 11.c 17.A k.b b.A 6.o 6.A 4.b 4.A 3.b A 3.b 2.A 7.b 3.A 4.b " +
  "d.A c.b A b a.A 4.b 2.P 12.A c A 5.c A 2.c 17.A o 4.A 2o.c 6h.A c 4.A 2.c 7.A c A c 4.A 2.c 15.A c 4.A 2.c x.A " +
  "c 4.A 2.c 7.A c A c 4.A 2.c f.A c 1l.A c 4.A 2.c 1v.A 2.c 3.b 9.o k.A 3.c g.A a.P 6.c 2e.A 2.c 6.A 2.c o h8.A " +
  "P o h.A s q.A 2.o 3.c 23.A 3.o b.A 7.c i.A 4.b 9.c j.A 3.b 2.o 9.c i.A 2.b c.c d.A c 3.A c 2.b c.c 1g.A w.b " +
  "3.o A 4.o A b 2.c a.A 6.c a.A 6.c b.o 5.b a.A 6.c 2h.A 7.c 5.A 2.b y.A b A 5.c 1y.A a.c v.A c c.b 4.c c.b 4.c " +
  "P 3.c 2.o 14.A 2.c 5.A b.c 18.A 4.c q.A 6.c b.A 3.c y.P n.A 5.b 2.c 2.o 1h.A a.b c t.b 2.c b a.A 6.c a.A 6.c " +
  "7.o A 6.o 2.c v.b 1d.c 5.b 1b.A h.b 8.A 3.c a.A 7.o a.P 9.b 9.P 2.o c 3.b u.A d.b 1k.A e.b 8.c 4.o 10.A k.b " +
  "3.c 5.o a.A 3.c 1d.A 2.o 9.A 7.c 17.A 2.c 3.A 8.o 8.c 3.b o l.b 4.A b 6.A b 2.A 3.b A 5.c 5c.A 1s.b 7q.A 2.c " +
  "6.A 2.c 12.A 2.c 6.A 2.c 8.A c A c A c A c v.A 2.c 1h.A c 7.A o A 3.o 3.A c 7.A 3.o 4.A 2.c 6.A c 3.o d.A 3.o " +
  "2.c 3.A c 7.A 2.o c b.s 5.b 4.o 2.c 2.o 2.c 2.o 2.c 8.o 2.c 2.s 5.b s 1b.o s 5.b c a.b 2.A 2.c 6.A 5.o b.A 5.o " +
  "c d.A 3.c x.o f.c x.b f.c 2.P A 4.P A 2.P a.A P A 2.P o 5.A 6.P A P A P A P 4.A P b.A 2.P 4.A 5.o 5.A P o 2.P " +
  "A P 1m.A 2.P 4.c 5.o 5.P 2.o 4.P o 2.P o 2.P o 7.P o v.P 2.o 2.P o P o v.P 7g.o 8.P 4.o e.P 2.C 4.P 2.o 7.P " +
  "2.c 29.P o u.P p.o 14.P 6.o 7.P 4.C 3.P C 2.P C 1f.P p.c b.P 29.c 26.C m.c 53.P o 9.P o 1i.P 5.o 2.c o k.P 2.C " +
  "1e.P c.C r.P o f.P C j.P C d.P C 8.P 2.C h.P 2.C 5.P 2.C 8.P C 5.P C l.P C 7.P 2.C P C 4.P C 2.P C 7.P C 4.P " +
  "2.C s.P C z.P C P C 4.P 3.C P C g.P e.o u.A P 3.C o.P C e.P C 1s.o 74.P e8.o r.P 2.C j.P l.o 2.P 6.o 3.P C 4.P " +
  "C u.P 2.c w.P c 2x.P 6d.A 6.P 4.A 3.b 2.A 5.c 4.o A 2.o 12.A c A 5.c A 2.c 1k.A 7.c A o e.c b n.A 9.c 7.A c " +
  "7.A c 7.A c 7.A c 7.A c 7.A c 7.A c 7.A c w.b 1b.o A w.o 2.P c.o y.c q.C c 2h.C c.c 5y.C q.c c.C 4.c s 3.c C " +
  "d.c 2.C c.c C 9.c 6.b 6.c 2.C 6.c C P 2h.c 2.b 6t.c 2.C 4.c a.C w.c 10.C s.c v.C b.c u.C 8.A C f.c w.C a.c " +
  "13.C f.c 8w.C 534.c 1s.P h3k.c 1j.C 9.c 1a.A 2.o 7h.A 3.o s.A k.c 1b.A 4.b o a.b o v.A 2.b 28.A 2.b 6.o 8.c " +
  "n.o 9.A 2.o 2v.A 2.o 1s.A 5.c 2.A c A c 5.A o.c g.A b 3.A b 4.A b n.A 5.b 4.P b 3.c 6.A 2.P o P 6.c 1g.A 4.o " +
  "8.c 2.b 1e.A i.b 8.c 2.o a.A 6.c i.b 6.A 3.o A o 2.A b 12.A 8.b 2.o n.A d.b b.c o w.c 4.b 1b.A e.b d.o c b.A " +
  "4.c 2.o 5.A b p.A c 15.A e.b 9.c 3.A b 8.A 2.b 2.c a.A 2.c 4.o n.A 3.P A 3.b 1e.A b A 3.b 2.A 2.b 5.A 2.b A b " +
  "A o.c 3.A 2.o b.A 5.b 2.o 3.A 2.b a.c 6.A 2.c 6.A 2.c 6.A 9.c 7.A c 7.A c 17.A o e.A 2.o 4.c 37.A 8.b o 2.b " +
  "2.c a.A 8mu.c n.A 4.c 1d.A 4.c 6io.o e8.c 7.A c.c 5.A 5.c A b a.A o d.A c 5.A c A c 2.A c 2.A c 30.A h.o g.c " +
  "a3.A 2.o g.P 1s.A 2.c 1i.A 7.c P w.c c.A o 3.P g.b g.c g.b 1s.c 5.A c 3r.A 2.c b 6c.c C 3.c C 4.c 2.C a.c 3.b " +
  "2.P 2.c c.A c q.A c j.A c 2.A c f.A 2.c e.A y.c 3f.A 5.c 3.o 4.c 19.A 3.c 9.P 1l.A h.P 2.A 3.P c d.P 3.c P " +
  "1b.c 19.P b 3m.c t.A 3.c 1d.A f.c b r.A 4.c 10.A 9.c u.A 5.c 12.A 5.b 5.c u.A c o 10.A 4.c 8.A o 5.A 16.c 4e.A " +
  "2.c a.A 6.c 10.A 4.c 10.A 4.c 14.A 8.c 1g.A b.c o b.A c f.A c 7.A c 2.A c b.A c f.A c 7.A c 2.A 1v.c 8n.A 9.c " +
  "m.A a.c 8.A o.c 6.A c 16.A c 9.A 1x.c 6.A 2.c A c 18.A c 2.A 3.c A 2.c n.A c o v.A 2.P 12.A 8.c 9.A 1c.c j.A c " +
  "2.A 5.c x.A 3.c o q.A 5.c o 1s.c 1k.A 4.c k.A 2.c 1b.A 3.b c 2.b 5.c 4.b 4.A c 3.A c t.A 2.c 3.b 4.c b 9.A 7.c " +
  "9.o 7.c v.A o w.A w.c 8.A P s.A 2.b 4.c 5.A 7.o 9.c 1i.A 3.c 7.o m.A 2.c r.A 5.c q.A 7.c 4.o c.c 7.A 28.c 21.A " +
  "1j.c 1f.A d.c 1f.A 7.c 16.A 4.b 8.c a.A 86.c v.A c 16.A c 2.b o 2.c 2.A 26.c 14.A 8.c m.A b.b 4.A 5.o m.c i.A " +
  "4.b 4.o 12.c s.A k.c n.A 9.c 3.b 1h.A f.b 7.o 4.c u.A b 2.A 2.b A 9.c 4.b 19.A b.b 2.o b 4.o b a.c b 2.c p.A " +
  "7.c a.A 6.c 3.b 10.A e.b c a.A 4.o A 2.b A 8.c z.A b 2.o A 9.c 3.b 1c.A e.b 4.A 4.o 4.b o 2.b b.A o A 3.o c " +
  "k.A b.c i.A c p.A c.b 6.o b 1t.c 7.A c A c 4.A c f.A c a.A o 6.c 1b.A c.b 5.c a.A 6.c 4.b c 8.A 2.c 2.A 2.c " +
  "m.A c 7.A c 2.A c 5.A c 2.b A 7.b 2.c 2.b 2.c 3.b 2.c A 6.c b 5.c 5.A 2.b 2.c 7.b 3.c 5.b 3v.c 1h.A i.b 4.A " +
  "5.o a.A 2.o c o b 3.A u.c 1c.A k.b 2.A o A 8.c a.A 4m.c 1b.A 7.b 2.c 9.b n.o 4.A 2.b y.c 1c.A h.b 3.o A b.c " +
  "a.A 6.c d.o j.c 17.A d.b A o 6.c a.A 1i.c r.A 2.c f.b 4.c c.A 3.o P 7.A 55.c 18.A f.b o 2s.c 2b.A c.c 8.A 2.c " +
  "A 2.c 8.A c 2.A c o.A 6.b c 2.b 2.c 4.b A b A 2.b 3.o 9.c a.A 1y.c 8.A 2.c 13.A 7.b 2.c 7.b A o A b r.c A a.b " +
  "14.A 7.b A 4.b 8.o b 8.c A b.b 1a.A g.b 3.o A 5.o d.c 21.A 7b.c 9.A c 11.A 8.b c 8.b A 5.o a.c t.A 3.c 2.o u.A " +
  "2.c m.b c e.b 21.c 7.A c 2.A c 12.A 6.b 3.c b c 2.b c 7.b A b 8.c a.A 6.c 6.A c 2.A c w.A 5.b c 2.b c 5.b A " +
  "7.c a.A 8m.c j.A 4.b 2.o 53.c A f.c l.A 8.P 4.o h.P d.c o pm.A 2u.c 33.A c 5.o b.c 5g.A 218.c 2p.A 2.o d.c " +
  "tr.A c 9.b 347.c g7.A 6nt.c ft.A 7.c v.A c a.A 4.c 2.o 27.A c a.A 6.c u.A 2.c 5.b o a.c 1c.A 7.b 5.o 4.P 4.A o " +
  "P a.c a.A c 7.A c l.A 5.c j.A j4.c 2f.A 4.o 2t.c 23.A 4.c b A 1j.b 7.c 4.b d.A 1w.c b b.c 2.b f0u.c 2z.A 5.c " +
  "d.A 3.c 9.A 7.c a.A 2.c P 2.b o 4.b 3mk.c 1a.b 2.c n.b 9.c 38.P 1o.c 6u.P a.c 13.P 2.c 1o.P 5.b 3.P m.b 2.P " +
  "7.b u.P 4.b 1p.P l.c 1u.P 3.b P 4a.c k.A c.c 2f.P 9.c p.A 3r.c 2d.A c 1z.A c 2.A 2.c A 2.c 2.A 2.c 4.A c c.A c " +
  "A c 7.A c 1t.A c 4.A 2.c 8.A c 7.A c s.A c 4.A c 5.A c A 3.c 7.A c 9g.A 2.c p.A o p.A o v.A o p.A o v.A o p.A " +
  "o v.A o p.A o v.A o p.A o 8.A 2.c 1e.A e8.P 1j.b 4.P 1e.b 8.P b e.P b 2.P 5.o f.c 5.b c f.b uo.c v.A 69.c 7.b " +
  "c h.b 2.c 7.b c 2.b c 5.b 5x.c 19.A 3.c 7.b 7.A 2.c a.A 4.c A P 8w.c u.A b h.c 18.A 4.b a.A 5.c o yo.c 7.A c " +
  "4.A c 2.A c f.A c 5h.A 2.c 9.A 7.b 15.c 1w.A 7.b A 4.c a.A 4.c 2.o lt.c 1n.A P 3.A o 4.A 24.c 19.A P f.A 5e.c " +
  "4.A c r.A c 2.A c A 2.c A c a.A c 4.A c A c A 6.c A 4.c A c A c A c 3.A c 2.A c A 2.c A c A c A c A c A c 2.A " +
  "c A 2.c 4.A c 7.A c 4.A c 4.A c A c a.A c h.A 5.c 3.A c 5.A c h.A 1g.c 2.o 7i.c 4.P C 13.P 4.c 2s.P c.c f.P " +
  "2.c f.P c e.P C c 11.P a.c d.A 3l.P C 2.P a.C j.P 1k.c q.P 3.C d.c 18.C 4.c 9.C 7.c 2.C e.c 6.C 4a.c x.C c.P " +
  "9.C P 1y.C P m.C c.P 17.C 4.P 5.C c.P h.C 3.P C 3.P 3.C 5.b 1r.C P C P 57.C 2.P 1r.C d.P 4.C P o.C i.P C q.P " +
  "2.C d.P C 2e.P 2d.C 1c.P 1y.C 6.P C 3.P 3.C 2.P 3.C 5.c 3.C b.P 2.C 3.c 4.P 9.C 3.c 38.P c.c 2h.P 7.c c.C 4.c " +
  "C f.c c.P 4.c 1k.P 8.c a.P 6.c 14.P 8.c u.P 2.c 2.P 26.c c.P 1b.C P a.C P 55.C 2c.P c.c e.P 2.c 5.C 3.c 5.C " +
  "3.c 7.C 9.c t.C 3.c b.C 5.c 6.C a.c a.C 6.c 8.C 8.c 7.C 9.c 43.P c 1j.P 11.c a.A gvlz.c b u.c 2o.b 3k.c 6o.b " +
  "1e6o.c 1eke.o 2.c 1eke.o 2.c";
