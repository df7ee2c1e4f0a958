// Which challenges has no cross-border team worked on: no project with partners from two countries?
MATCH (h:Challenge)
WHERE NOT EXISTS {
  MATCH (h)<-[:ADDRESSES]-(p:Project)<-[:PARTICIPATES_IN]-()-[:LOCATED_IN]->(a:Country),
        (p)<-[:PARTICIPATES_IN]-()-[:LOCATED_IN]->(b:Country)
  WHERE a.iso2 < b.iso2
}
RETURN h.id AS id, h.title AS challenge, COUNT { (h)<-[:ADDRESSES]-(:Project) } AS projects
ORDER BY h.priority DESC, id
