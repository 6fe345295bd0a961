"""Every criterion of feasibility, in the order in which their reasons are told."""

from territorial_map.domain.pooling.criteria.activity import ACTIVITY
from territorial_map.domain.pooling.criteria.pathway import PATHWAY
from territorial_map.domain.pooling.criteria.size import SIZE

CRITERIA = (ACTIVITY, SIZE, PATHWAY)
