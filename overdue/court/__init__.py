"""What the court stage costs: fees, the doubled interest after a judgment, interest at the LPR."""

from overdue.court.fees import court_fee
from overdue.court.interest import delayed_interest, segmented_interest
from overdue.court.judgment import Judged, Judgment, judged
