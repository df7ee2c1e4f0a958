MATCH (n)
WITH n.seenAt AS seenAt,
     CASE WHEN n:Project OR n:Publication OR n:Patent OR n:Agreement
          THEN coalesce(n.year, n.startYear) END AS year
RETURN min(year) AS firstYear, max(year) AS lastYear, count(year) AS events,
       toString(max(seenAt)) AS lastSeen
