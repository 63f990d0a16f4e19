using Microsoft.EntityFrameworkCore;

namespace Portal.Server.Platform;

internal sealed class SqlServerPortalDb(DbContextOptions<SqlServerPortalDb> options) : PortalDb(options)
{
    public override string HolderSql => "SELECT [Holder], [Machine], [ProcessId] FROM [WorkingPortals] WITH (REPEATABLEREAD)";
}
