CALL collab.topics({topic: $topic}) YIELD topic, code
WITH collect(topic) AS meant, collect(code) AS codes
OPTIONAL MATCH (h:Challenge) WHERE EXISTS { MATCH (h)-[:ABOUT]->(about:Topic) WHERE about IN meant }
WITH codes, collect(toString(coalesce(h.id, h.code))) AS challenges
MATCH (:Region {id: $region})<-[m:MEMBER_OF]-(c:Country)
WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf))
WITH codes, challenges, collect(DISTINCT c.iso2) AS members
MATCH (:Region {id: $against})<-[n:MEMBER_OF]-(o:Country)
WHERE n.from <= date($asOf) AND (n.to IS NULL OR n.to >= date($asOf))
WITH codes, challenges, members, collect(DISTINCT o.iso2) AS others
CALL collab.gaps({country: members, against: members + others, region: $region, otherRegion: $against, topic: $topic, fromYear: $from, toYear: $to})
YIELD kind, subject, title, observed, expected, verdict, severity
WHERE verdict = 'unknown' AND ($topic IS NULL OR coalesce(subject.topic IN codes, subject.challenge IN challenges, true))
WITH kind, {kind: kind, title: title, subject: subject, observed: observed, expected: expected, severity: severity} AS gap
ORDER BY severity DESC, title
WITH kind, collect(gap) AS gaps
UNWIND range(0, size(gaps) - 1) AS at
WITH at AS place, size(gaps) AS ofKind, gaps[at] AS gap
ORDER BY place, gap.kind, gap.title LIMIT 15
WITH collect(gap) AS gaps, collect(ofKind) AS counts
CALL {
  WITH gaps
  UNWIND gaps AS gap
  UNWIND CASE gap.kind WHEN 'C' THEN [gap.subject.institution, gap.subject.partner] ELSE [] END AS id
  WITH collect(DISTINCT id) AS wanted, collect(gap.title) AS titles
  MATCH (i:Institution|Company)
  WITH i, titles, toString(coalesce(i.id, i.ror, i.pic)) AS id, wanted
  WHERE id IN wanted AND any(title IN titles WHERE title CONTAINS coalesce(i.name, id))
  RETURN collect({id: id, name: coalesce(i.name, {unnamed: coalesce('PIC ' + toString(i.pic), id)})}) AS known
}
UNWIND range(0, size(gaps) - 1) AS at
WITH at, gaps[at] AS gap, known, counts[at] AS ofKind
CALL {
  WITH gap
  OPTIONAL MATCH (t:Topic) WHERE toString(coalesce(t.code, t.id)) = gap.subject.topic
  WITH gap, collect(t.name)[0] AS topic
  OPTIONAL MATCH (h:Challenge) WHERE toString(coalesce(h.id, h.code)) = gap.subject.challenge
  WITH gap, topic, collect(coalesce(h.title, h.name))[0] AS challenge
  RETURN coalesce(topic, challenge, gap.subject.topic, gap.subject.challenge) AS theme
}
RETURN gap.kind AS kind, ofKind, CASE gap.kind
         WHEN 'A' THEN CASE WHEN size(gap.subject.countries) = 0 THEN {nobody: theme} ELSE {only: gap.subject.countries[0], theme: theme} END
         WHEN 'B' THEN {little: gap.subject.country, partner: gap.subject.partner, theme: theme}
         WHEN 'C' THEN {untied: [one IN known WHERE one.id = gap.subject.institution | one.name][0],
                        partner: [one IN known WHERE one.id = gap.subject.partner | one.name][0]}
         WHEN 'D' THEN CASE gap.observed WHEN 0 THEN {apart: gap.subject.country, partner: gap.subject.partner}
                       WHEN 1 THEN {hanging: gap.subject.country, partner: gap.subject.partner}
                       ELSE {carried: gap.subject.country, partner: gap.subject.partner} END
         WHEN 'E' THEN {unused: gap.subject.country, theme: theme}
         WHEN 'F' THEN CASE gap.subject.what WHEN 'leads' THEN {follower: gap.subject.country, theme: theme}
                       ELSE {absent: gap.subject.country, theme: theme} END
         WHEN 'G' THEN {void: gap.subject.region, theme: theme, donors: toInteger(gap.severity), against: $against}
         WHEN 'H' THEN CASE WHEN gap.observed = 0 AND gap.severity = gap.expected
                       THEN {silent: gap.subject.country, partner: gap.subject.partner, lastYear: gap.subject.lastYear}
                       ELSE {fading: gap.subject.country, partner: gap.subject.partner, lately: toInteger(gap.observed),
                             earlier: toInteger(gap.observed + gap.severity)} END
         WHEN 'I' THEN {depends: gap.subject.country, partner: gap.subject.partner, share: gap.subject.share}
       END AS title,
       CASE WHEN gap.kind = 'D' AND gap.observed > 1 THEN null ELSE gap.observed END AS found,
       CASE WHEN gap.kind = 'D' AND gap.observed > 1 THEN null ELSE gap.expected END AS expected
ORDER BY at
