import { Module } from '@nestjs/common';
import { IdentityModule } from './modules/identity/identity.module';
import { PlatformModule } from './platform/platform.module';

/** The portal: server and worker run the same modules. */
@Module({ imports: [PlatformModule, IdentityModule] })
export class AppModule {}
