-- Money received that is not to the fen fulfilled, refunded, transferred, kept by two persons' decision, or held in an open exception.
select channel, number, received, fulfilled, refunded, held, missing
from money_in_balance
where missing <> 0
