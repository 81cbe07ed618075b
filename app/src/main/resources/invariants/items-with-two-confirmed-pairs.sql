-- Order items for which two new certificate pairs were confirmed (R7).
select p.order_item
from certificate_pair p
where p.order_item is not null and p.confirmed is not null
group by p.order_item
having count(*) > 1
