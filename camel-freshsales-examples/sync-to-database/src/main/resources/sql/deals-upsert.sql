MERGE INTO deals AS kept
USING (
    VALUES (
        CAST(:#id AS BIGINT),
        CAST(:#name AS VARCHAR(255)),
        CAST(:#amount AS DECIMAL(20, 2)),
        CAST(:#changed_at AS TIMESTAMP(0) WITH TIME ZONE),
        CAST(:#record AS TEXT)
    )
) AS seen (id, name, amount, updated_at, record)
ON kept.id = seen.id
WHEN MATCHED AND kept.updated_at <= seen.updated_at THEN UPDATE SET
    name = seen.name,
    amount = seen.amount,
    updated_at = seen.updated_at,
    record = seen.record
WHEN NOT MATCHED THEN
    INSERT (id, name, amount, updated_at, record)
    VALUES (seen.id, seen.name, seen.amount, seen.updated_at, seen.record)
