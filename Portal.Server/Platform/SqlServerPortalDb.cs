using Microsoft.EntityFrameworkCore;

namespace Portal.Server.Platform;

internal sealed class SqlServerPortalDb(DbContextOptions<SqlServerPortalDb> options) : PortalDb(options);
