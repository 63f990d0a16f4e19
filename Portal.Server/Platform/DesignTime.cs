using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Portal.Server.Platform;

/// <summary>Makes the contexts for the dotnet-ef tool, which compares models and connects to nothing.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<SqlitePortalDb>, IDesignTimeDbContextFactory<SqlServerPortalDb>
{
    SqlitePortalDb IDesignTimeDbContextFactory<SqlitePortalDb>.CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlitePortalDb>().UseSqlite("Data Source=design.db").Options);

    SqlServerPortalDb IDesignTimeDbContextFactory<SqlServerPortalDb>.CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerPortalDb>().UseSqlServer("Server=design").Options);
}
