-- Nothing: what the nodes of a cluster share, a single machine keeps in its data folder. The number keeps the pair with PostgreSQL's.
SELECT 1;
