CALL collab.profile({country: $country, topic: $topic, fromYear: $from, toYear: $to, partners: 1, topics: 0})
YIELD events, multiple, internationalShare, low, high, lead, leadShare, dependence, topPartnerShare, coverage
CALL collab.coverage({country: $country}) YIELD light
UNWIND [{measure: 'internationalShare', count: CASE WHEN events > 0 THEN multiple END, of: events, share: internationalShare,
         low: CASE WHEN events > 0 THEN low END, high: CASE WHEN events > 0 THEN high END},
        {measure: 'leadShare', count: CASE WHEN events > 0 THEN lead END, of: events, share: leadShare},
        {measure: 'topPartnerShare', share: topPartnerShare},
        {measure: 'dependence', share: dependence},
        {measure: 'coverage', share: CASE WHEN light <> 'not connected' THEN coverage END}] AS line
RETURN line.measure AS measure, line.count AS count, line.of AS of, line.share AS share, line.low AS low, line.high AS high
