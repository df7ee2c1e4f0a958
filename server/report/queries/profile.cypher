CALL collab.profile({country: $country, topic: $topic, fromYear: $from, toYear: $to, partners: 1, topics: 0})
YIELD events, multiple, internationalShare, low, high, lead, leadShare, dependence, topPartnerShare, coverage
UNWIND [{measure: 'internationalShare', count: multiple, of: events, share: internationalShare, low: low, high: high},
        {measure: 'leadShare', count: lead, of: events, share: leadShare},
        {measure: 'topPartnerShare', share: topPartnerShare},
        {measure: 'dependence', share: dependence},
        {measure: 'coverage', share: coverage}] AS line
RETURN line.measure AS measure, line.count AS count, line.of AS of, line.share AS share, line.low AS low, line.high AS high
